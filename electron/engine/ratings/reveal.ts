import type {
  GivenRating,
  Revealed,
  RevealedFigure,
  RatingStep,
} from '../../../shared/model/rating.ts';
import { JudgementVerdict } from '../../../shared/model/judge.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { Score } from '../../../shared/model/score.ts';
import type { StoredRatingEvent } from '../db/rating-events.ts';
import { chooseScores } from '../query/composite-scores.ts';
import { toLevel } from './levels.ts';
import { stepName } from './progress.ts';

/** Steps of a pair, for which there is nothing to rate but something to see. */
const PAIR_STEPS: readonly RatingStep[] = [{ metric: 'SC' }, { metric: 'HC' }, { metric: 'SH' }];

/**
 * What was hidden from a rater, beside what they said.
 *
 * @param responses  in the rater's order
 * @param events  that hold, of this unit and rater
 */
export function reveal(
  { reference, task }: InstanceDetail,
  responses: readonly Response[],
  steps: readonly RatingStep[] | undefined,
  given: readonly GivenRating[],
  events: readonly StoredRatingEvent[],
): Revealed {
  const items = [task, reference, ...responses.map(({ sequence }) => sequence)].flatMap(
    (side) => side.items,
  );
  return {
    responses: responses.map(({ model, scores }) => ({
      model,
      figures: (steps ?? PAIR_STEPS).map((step) => figureOf(step, scores, given, events)),
    })),
    captions: Object.fromEntries(
      items.flatMap(({ tag, caption }) => (caption === undefined ? [] : [[tag, caption]])),
    ),
  };
}

function figureOf(
  step: RatingStep,
  scores: readonly Score[],
  given: readonly GivenRating[],
  events: readonly StoredRatingEvent[],
): RevealedFigure {
  const name = stepName(step);
  const score = chooseScores(scores).find((one) => stepName(one) === name);
  const judge = score === undefined ? undefined : toLevel(score);
  const reason = reasonOf(step, score?.evidence);
  const human = given.find((one) => stepName(one) === name)?.value;
  const own = events.filter((event) => stepName(event) === name);
  const verdict = own.findLast(({ kind }) => kind === 'verdict');
  const correction = own.findLast(({ kind }) => kind === 'correction');
  return {
    ...step,
    ...(judge === undefined ? {} : { judge }),
    ...(score?.value === undefined ? {} : { value: score.value }),
    ...(score === undefined ? {} : { source: score.source }),
    ...(score?.unscored === undefined ? {} : { unscored: score.unscored }),
    ...(reason === undefined ? {} : { reason }),
    ...(human === undefined ? {} : { human }),
    ...(verdict === undefined
      ? {}
      : { verdict: { verdict: JudgementVerdict.parse(verdict.word), reason: verdict.text } }),
    ...(correction?.value === undefined
      ? {}
      : { corrected: { value: correction.value, reason: correction.text } }),
  };
}

/** The judge's sentence: of coherence and style each its own. */
function reasonOf({ metric }: RatingStep, evidence: unknown): string | undefined {
  const reasons: unknown =
    typeof evidence === 'object' && evidence !== null && 'reasons' in evidence
      ? evidence.reasons
      : undefined;
  if (typeof reasons !== 'object' || reasons === null) return undefined;
  const key = metric === 'HC' ? 'coherence_reason' : metric === 'SH' ? 'style_reason' : 'reason';
  const own: unknown = (reasons as Readonly<Record<string, unknown>>)[key];
  const all = Array.isArray(own) ? own.filter((one) => typeof one === 'string') : [];
  return all.length === 0 ? undefined : all.join('\n');
}
