import { Preference, RatedMetric } from '../../../shared/model/rating.ts';
import type { GivenRating, RatingStep, UnitProgress } from '../../../shared/model/rating.ts';
import type { StoredRatingEvent } from '../db/rating-events.ts';

/** Names a step among the steps of a unit. */
export const stepName = ({ metric, tag = '' }: { metric: string; tag?: string | undefined }) =>
  `${metric} ${tag}`;

/**
 * Where a rater stands with a unit.
 *
 * @param events  that hold, of this unit and rater, in their order: the last one of a step counts
 * @param steps  undefined of a pair, which asks for a preference
 */
export function readProgress(
  events: readonly StoredRatingEvent[],
  steps: readonly RatingStep[] | undefined,
): UnitProgress {
  const given = new Map<string, GivenRating>();
  let preference: Preference | undefined;
  let note = '';
  let isRevealed = false;
  for (const event of events) {
    if (event.kind === 'value' || event.kind === 'cannot')
      given.set(stepName(event), toGiven(event));
    else if (event.kind === 'preference') preference = Preference.parse(event.word);
    else if (event.kind === 'note') note = event.text;
    else if (event.kind === 'revealed') isRevealed = true;
  }
  const isDone =
    steps === undefined
      ? preference !== undefined || given.size > 0
      : steps.every((step) => given.has(stepName(step)));
  return {
    given: [...given.values()],
    ...(preference === undefined ? {} : { preference }),
    ...(note === '' ? {} : { note }),
    isDone,
    isRevealed,
  };
}

function toGiven({ metric, tag, value, text, kind, at }: StoredRatingEvent): GivenRating {
  return {
    metric: RatedMetric.parse(metric),
    ...(tag === '' ? {} : { tag }),
    ...(value === undefined ? {} : { value }),
    ...(kind === 'cannot' ? { cannot: text } : {}),
    at,
  };
}
