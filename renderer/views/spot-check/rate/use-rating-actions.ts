import { PREFERENCES, type BlindUnit, type Saying } from '../../../../shared/model/rating.ts';
import type { JudgementVerdict } from '../../../../shared/model/judge.ts';
import { useAction } from '../../../hooks/use-action.ts';
import {
  goToStep,
  revealUnit,
  say,
  undoRating,
  useRating,
  type SeatName,
} from '../../../stores/rating-session-store.ts';
import { navigate } from '../../../stores/route-store.ts';
import { openWords } from './words-store.ts';

/** What a digit means: a preference, a rating, or, behind the reveal, a corrected score. */
export function sayLevel(value: 1 | 2 | 3 | 4 | 5): Promise<boolean> {
  return say((unit, step): Saying | undefined => {
    if (unit.isGone) return undefined;
    if (unit.steps.length === 0) {
      const preference = PREFERENCES[value - 1];
      return unit.isRevealed || preference === undefined
        ? undefined
        : { kind: 'preference', preference };
    }
    if (step === undefined) return undefined;
    return unit.isRevealed
      ? { kind: 'correction', ...step, value, reason: '' }
      : { kind: 'value', ...step, value };
  });
}

export function sayVerdict(verdict: JudgementVerdict, reason = ''): Promise<boolean> {
  return say((unit, step) =>
    unit.isRevealed && step !== undefined
      ? { kind: 'verdict', ...step, verdict, reason }
      : undefined,
  );
}

/** Everything that rating does, by key. */
export function useRatingActions(seat: SeatName, unit: BlindUnit | undefined): void {
  const step = useRating((state) => state.step);
  const canUndo = useRating((state) => state.session?.canUndo === true);
  const isOpen = unit !== undefined && !unit.isGone;
  const isPair = unit?.steps.length === 0;
  const isRevealed = unit?.isRevealed === true;
  const goTo = (at: number) =>
    navigate(
      { view: { sample: seat.sampleId, rater: seat.rater, at: String(at) } },
      { replace: true },
    );
  const rate = (value: 1 | 2 | 3 | 4 | 5) => (isOpen ? () => void sayLevel(value) : undefined);
  useAction('rate.1', rate(1));
  useAction('rate.2', rate(2));
  useAction('rate.3', rate(3));
  useAction('rate.4', rate(4));
  useAction('rate.5', isPair ? undefined : rate(5));
  useAction('rate.cannot', isOpen && !isRevealed ? () => openWords('cannot') : undefined);
  useAction('rate.note', isOpen ? () => openWords('note') : undefined);
  useAction(
    'rate.undo',
    canUndo
      ? () => {
          void undoRating().then((at) => {
            if (at !== undefined) goTo(at);
          });
        }
      : undefined,
  );
  const position = unit?.position ?? 0;
  const hasNext = unit !== undefined && position + 1 < unit.total;
  useAction('rate.next', hasNext ? () => goTo(position + 1) : undefined);
  useAction('rate.previous', position > 0 ? () => goTo(position - 1) : undefined);
  useAction('rate.stepDown', isOpen && !isPair ? () => goToStep(step + 1) : undefined);
  useAction('rate.stepUp', isOpen && !isPair ? () => goToStep(step - 1) : undefined);
  const isRevealable = isOpen && unit.isDone && !isRevealed;
  useAction('rate.reveal', isRevealable ? () => void revealUnit() : undefined);
  const isJudged = isRevealed && !isPair;
  useAction('rate.agree', isJudged ? () => void sayVerdict('agree') : undefined);
  useAction('rate.captionWrong', isJudged ? () => openWords('caption-wrong') : undefined);
  useAction('rate.verdictWrong', isJudged ? () => openWords('verdict-wrong') : undefined);
  useAction('rate.leave', () => navigate({ view: { sample: seat.sampleId } }));
}
