// A judgement's figures as lines: what the judge said for each key of its reply, and what became of it.
import type { Judgement, PromptId } from '../../../../shared/model/judge.ts';

/** One key of the reply over all repeats. */
export interface ReplyLine {
  readonly key: string;
  readonly label: string;
  /** One a repeat, on the judge's own scale. */
  readonly raws: readonly number[];
  readonly mean: number;
  /** Sample standard deviation; absent for one repeat. */
  readonly spread: number | undefined;
  /** Greatest value of the scale. */
  readonly most: 5 | 100;
  readonly reason: string | undefined;
}

const LABELS: Readonly<Record<string, string>> = {
  score: 'Score',
  coherence: 'Coherence',
  style_consistency: 'Style consistency',
  overall_score_100: 'Overall',
};
/** Keys that are said in percent; all others are levels from 1 to 5. */
const PERCENT = new Set([
  'correctness',
  'readability',
  'design',
  'performance',
  'security',
  'testability',
  'overall_score_100',
]);
/** Which reason belongs to which figure, where a reply has several. */
const REASONS: Readonly<Record<string, string>> = {
  coherence: 'coherence_reason',
  style_consistency: 'style_reason',
};

/** Every figure of the reply, in its order. */
export function replyLines({
  raws,
  spread,
  reasons,
}: Pick<Judgement, 'raws' | 'spread' | 'reasons'>): ReplyLine[] {
  return Object.entries(raws).map(([key, values]) => ({
    key,
    label: LABELS[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1).replaceAll('_', ' ')}`,
    raws: values,
    mean: values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1),
    spread: spread?.[key],
    most: PERCENT.has(key) ? 100 : 5,
    reason: reasons[REASONS[key] ?? ''],
  }));
}

/** The reason that belongs to no single figure. */
export function commonReason({ reasons }: Pick<Judgement, 'reasons'>): string | undefined {
  const own = new Set(Object.values(REASONS));
  return Object.entries(reasons).find(([key]) => !own.has(key))?.[1];
}

const FORMULAS: Readonly<Partial<Record<PromptId, string>>> = {
  'judge-text': '(mean of the five − 1) / 4',
  'judge-code': 'mean of the six / 100',
  'judge-document': 'overall / 100',
};

/** How the figures follow from what was said. */
export function formulaOf(promptId: PromptId | undefined, scale: string | undefined): string {
  return (promptId === undefined ? undefined : FORMULAS[promptId]) ?? scale ?? '';
}

/** Of the reasons of several repeats, numbered line by line, the first. */
export function firstReason(reason: string): string {
  return /^1\. (.*)\n2\. /s.exec(reason)?.[1] ?? reason;
}

/** A mean with as many digits as the repeats give it. */
export function formatRaw(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
