// From what a judge said to figures. Overall figures are computed here from the parts, never taken from
// the model; a repeat more makes the mean steadier and shows its spread.
import type { PromptId } from '../../../shared/model/judge.ts';
import type { Figure, QualityEvidence } from '../../../shared/model/quality.ts';
import type { ScoringSettings } from '../../../shared/model/settings.ts';
import { REPLY_KEYS, type JudgeForm } from './ask-judge.ts';
import type { JudgeReply, ReplyKeys } from './read-reply.ts';

/** What is kept with a judged figure. */
export interface JudgedEvidence {
  readonly prompt: PromptId;
  /** On the judge's own scale, one entry a repeat, by key of the reply. */
  readonly raws: Readonly<Record<string, readonly number[]>>;
  /** Sample standard deviation over the repeats, by key; absent for one repeat. */
  readonly spread?: Readonly<Record<string, number>>;
  /**
   * Greatest distance of two repeats over all keys, as a share of the key's scale; absent for one repeat.
   * Instances whose repeats disagree are found by it.
   */
  readonly gap?: number;
  /** One entry a repeat, by key of the reply. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
}

/** One figure of a judgement, as `scores` and `outcomes` keep it. */
export interface JudgedFigure {
  readonly metric: 'SC' | 'HC' | 'SH' | 'GQ';
  /** In [0, 1]. */
  readonly value: number;
  /** Mean over the repeats on the own scale: 1..5, or 0..100 for GQ. */
  readonly raw: number;
  /** How a 1..5 became a figure, `s/5` or `(s − 1)/4`, for the score's row; absent for GQ. */
  readonly scale?: string;
  /** For GQ with its parts, like that of any quality profile. */
  readonly evidence: JudgedEvidence | (JudgedEvidence & QualityEvidence);
}

/** Raised whenever the arithmetic below changes; scores are kept by version. */
export const JUDGED_VERSION = 1;

/** What decides figures besides the replies. */
export type FigureSettings = Pick<ScoringSettings, 'scale'>;

/** The prompt of each question to the judge. */
export const PROMPT_OF_FORM: Readonly<Record<JudgeForm, PromptId>> = {
  unim_sc: 'judge-sc',
  unim_coherence: 'judge-coherence',
  unim_text_quality: 'judge-text',
  unim_code_quality: 'judge-code',
  unim_document_quality: 'judge-document',
};

/**
 * The figures of one judgement: SC, or HC and SH, or GQ.
 *
 * SC = s/5 or (s − 1)/4, HC and SH likewise; text: (mean of five − 1)/4 · 100; code: mean of six;
 * document: as said, of 100.
 *
 * @param replies  one a repeat, at least one
 * @source arXiv:2603.05075, UniM Evaluation Suite; the scale of SC, HC and SH is our setting
 */
export function figuresOf(
  form: JudgeForm,
  replies: readonly JudgeReply[],
  settings: FigureSettings,
): JudgedFigure[] {
  if (replies.length === 0) throw new Error(`no reply to make figures of: ${form}`);
  switch (form) {
    case 'unim_sc':
      return [fiveLevelFigure('SC', form, 'score', replies, settings)];
    case 'unim_coherence':
      return [
        fiveLevelFigure('HC', form, 'coherence', replies, settings),
        fiveLevelFigure('SH', form, 'style_consistency', replies, settings),
      ];
    case 'unim_text_quality':
      // Overall = mean of the five, 1..5; score = (overall − 1)/4 · 100
      return [qualityFigure(form, replies, (part) => ((part - 1) / 4) * 100)];
    case 'unim_code_quality':
    case 'unim_document_quality':
      return [qualityFigure(form, replies, (part) => part)];
  }
}

/** What was said of an empty or missing response: SC is 0 and nobody is asked. */
export function emptyResponseSc(settings: FigureSettings): JudgedFigure {
  return {
    metric: 'SC',
    value: 0,
    raw: 0,
    scale: scaleLabel(settings.scale),
    evidence: {
      prompt: 'judge-sc',
      raws: { score: [0] },
      reasons: { reason: ['The response is empty; the judge was not asked.'] },
    },
  };
}

/**
 * What a bad reply stands for in official-compatible mode: 1 for SC, 1 and 1 for coherence. The
 * official quality files hold null instead, so there is nothing for the others.
 */
export function officialFallback(form: JudgeForm): JudgeReply | undefined {
  if (form !== 'unim_sc' && form !== 'unim_coherence') return undefined;
  const { numbers, reasons }: ReplyKeys = REPLY_KEYS[form];
  const why = 'Official-compatible mode: the reply could not be read and counts as 1.';
  return {
    numbers: Object.fromEntries(numbers.map(({ key }) => [key, 1])),
    reasons: Object.fromEntries(reasons.map((key) => [key, why])),
  };
}

/** How scores of 1..5 were turned into [0, 1], as shown beside a figure. */
export function scaleLabel(scale: FigureSettings['scale']): string {
  return scale === 'fifths' ? 's/5' : '(s − 1)/4';
}

/** A judge's 1..5, or a mean of such, in [0, 1]; 0 stands for an empty response on either scale. */
export function fromFiveLevels(score: number, scale: FigureSettings['scale']): number {
  if (score <= 0) return 0;
  return scale === 'fifths' ? score / 5 : (score - 1) / 4;
}

function fiveLevelFigure(
  metric: 'SC' | 'HC' | 'SH',
  form: JudgeForm,
  key: string,
  replies: readonly JudgeReply[],
  { scale }: FigureSettings,
): JudgedFigure {
  const raw = meanOf(rawsOf(replies, key));
  return {
    metric,
    value: fromFiveLevels(raw, scale),
    raw,
    scale: scaleLabel(scale),
    evidence: judgedEvidence(form, replies),
  };
}

/** @param toPercent  linear, so that the mean of the parts' figures is the figure of their mean */
function qualityFigure(
  form: JudgeForm,
  replies: readonly JudgeReply[],
  toPercent: (part: number) => number,
): JudgedFigure {
  const { numbers }: ReplyKeys = REPLY_KEYS[form];
  const components: Record<string, Figure> = {};
  for (const { key, min, max } of numbers) {
    const value = meanOf(rawsOf(replies, key));
    components[key] = {
      value,
      unit: '',
      range: [min, max],
      score: toPercent(value) / 100,
      weight: 1 / numbers.length,
    };
  }
  const overall = meanOf(numbers.map(({ key }) => meanOf(rawsOf(replies, key))));
  const percent = toPercent(overall);
  return {
    metric: 'GQ',
    value: percent / 100,
    raw: percent,
    evidence: {
      ...judgedEvidence(form, replies),
      profile: PROMPT_OF_FORM[form],
      version: JUDGED_VERSION,
      score: Math.round(percent * 100) / 100,
      components,
      notes: replies.length === 1 ? [] : [`Mean of ${replies.length} judgements.`],
    },
  };
}

function judgedEvidence(form: JudgeForm, replies: readonly JudgeReply[]): JudgedEvidence {
  const { numbers, reasons }: ReplyKeys = REPLY_KEYS[form];
  const raws = Object.fromEntries(numbers.map(({ key }) => [key, rawsOf(replies, key)]));
  const said = reasons.map(
    (key) => [key, replies.map((reply) => reply.reasons[key] ?? '')] as const,
  );
  return {
    prompt: PROMPT_OF_FORM[form],
    raws,
    ...(replies.length === 1
      ? {}
      : { spread: mapValues(raws, standardDeviation), gap: greatestGap(numbers, raws) }),
    reasons: Object.fromEntries(said),
  };
}

function greatestGap(
  numbers: ReplyKeys['numbers'],
  raws: Readonly<Record<string, readonly number[]>>,
): number {
  const gaps = numbers.map(({ key, min, max }) => {
    const own = raws[key] ?? [];
    return (Math.max(...own) - Math.min(...own)) / (max - min);
  });
  return Math.max(...gaps);
}

function rawsOf(replies: readonly JudgeReply[], key: string): number[] {
  return replies.map(({ numbers }) => {
    const value = numbers[key];
    if (value === undefined) throw new Error(`a reply without "${key}"`); // readers see to that
    return value;
  });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, of: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample: divided by n − 1. */
function standardDeviation(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
