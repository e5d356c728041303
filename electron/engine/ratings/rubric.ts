import { RATED_METRICS, type RatedMetric, type Rubric } from '../../../shared/model/rating.ts';
import type { Prompt, PromptId } from '../../../shared/model/judge.ts';

/** Whose levels a rater is shown: the prompt, and which of its lists. */
const RUBRICS: Readonly<Record<RatedMetric, { prompt: PromptId; list: number; title: string }>> = {
  SC: { prompt: 'judge-sc', list: 0, title: 'Semantic correctness' },
  HC: { prompt: 'judge-coherence', list: 0, title: 'Holistic coherence' },
  SH: { prompt: 'judge-coherence', list: 1, title: 'Stylistic harmony' },
  GQ: { prompt: 'judge-text', list: 0, title: 'Quality of the item, by itself' },
};

/** The prompt that a metric's rubric comes from. */
export function rubricPrompt(metric: RatedMetric): PromptId {
  return RUBRICS[metric].prompt;
}

/**
 * The rubric of each metric, in the words of the prompts in use. Where an edited prompt has no list of
 * levels, the shipped one's stand.
 */
export function readRubrics(prompts: readonly Prompt[]): Rubric[] {
  return RATED_METRICS.map((metric): Rubric => {
    const { prompt: id, list, title } = RUBRICS[metric];
    const prompt = prompts.find((one) => one.id === id);
    const own = levelLists(prompt?.text ?? '')[list];
    const levels = own ?? levelLists(prompt?.shippedText ?? '')[list] ?? [];
    return { metric, title, levels, isEdited: own !== undefined && prompt?.isEdited === true };
  });
}

/** Every run of five lines `5 – …` to `1 – …` of a prompt, best first. */
function levelLists(text: string): Rubric['levels'][] {
  const found: Rubric['levels'][] = [];
  let run: Rubric['levels'] = [];
  for (const line of text.split('\n')) {
    const match = /^([1-5]) [–—-] (.+)$/u.exec(line.trim());
    const level = Number(match?.[1]);
    const isNext = match !== null && level === 5 - run.length;
    run = isNext ? [...run, { level, text: match[2] ?? '' }] : [];
    if (run.length === 5) {
      found.push(run);
      run = [];
    }
  }
  return found;
}
