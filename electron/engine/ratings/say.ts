// What a rater says of a unit becomes events. Pure but for reading: the caller writes them.
import { AppError } from '../../../shared/api/errors.ts';
import type { RatingStep, Saying } from '../../../shared/model/rating.ts';
import type { RatingEventDraft, StoredRatingEvent } from '../db/rating-events.ts';
import { readProgress, stepName } from './progress.ts';

/** What is known of the unit when something is said of it. */
export interface SayContext {
  /** That hold, of this unit and rater. */
  readonly events: readonly StoredRatingEvent[];
  /** Undefined of a pair. */
  readonly steps: readonly RatingStep[] | undefined;
  readonly isGone: boolean;
}

type Said = Pick<RatingEventDraft, 'kind' | 'metric' | 'tag' | 'value' | 'word' | 'text'>;

/**
 * A saying as the event that keeps it.
 *
 * @throws AppError 'not-found' when the response is gone, 'bad-input' when the unit does not ask for
 *   this, or was revealed before it was rated, or not yet
 */
export function toEvent(saying: Saying, { events, steps, isGone }: SayContext): Said {
  if (isGone) {
    throw new AppError(
      'not-found',
      'Cannot rate the response: it is no longer in the project. Go on to the next one.',
    );
  }
  const { isRevealed } = readProgress(events, steps);
  switch (saying.kind) {
    case 'note':
      return { kind: 'note', text: saying.text };
    case 'preference':
      if (steps !== undefined) throw refused('a preference', 'it shows a single response');
      refuseWhenRevealed(isRevealed);
      return { kind: 'preference', word: saying.preference };
    case 'value':
    case 'cannot':
      refuseWhenRevealed(isRevealed);
      if (saying.kind === 'value' || steps !== undefined) checkStep(saying, steps);
      return saying.kind === 'value'
        ? { kind: 'value', ...stepOf(saying), value: saying.value }
        : { kind: 'cannot', ...stepOf(saying), text: saying.reason };
    case 'verdict':
    case 'correction':
      if (!isRevealed) throw refused(`a ${saying.kind}`, 'the judge’s figures are still hidden');
      checkStep(saying, steps);
      return saying.kind === 'verdict'
        ? { kind: 'verdict', ...stepOf(saying), word: saying.verdict, text: saying.reason }
        : { kind: 'correction', ...stepOf(saying), value: saying.value, text: saying.reason };
  }
}

const stepOf = ({ metric, tag }: RatingStep) => ({ metric, tag });

function checkStep(step: RatingStep, steps: readonly RatingStep[] | undefined): void {
  if (steps?.some((one) => stepName(one) === stepName(step)) === true) return;
  const of = step.tag === undefined ? '' : ` of "${step.tag}"`;
  throw refused(`${step.metric}${of}`, 'the sample does not ask for it');
}

function refuseWhenRevealed(isRevealed: boolean): void {
  if (isRevealed) {
    throw refused('a rating', 'names and figures were shown; give a corrected score instead');
  }
}

function refused(what: string, why: string): AppError {
  return new AppError('bad-input', `Cannot take ${what} for this unit: ${why}.`);
}
