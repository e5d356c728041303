// Where a record stands, from what was said of it. Pure.
import type { QcPhase, QcState, QcVerdict } from '../../../shared/model/quality-control.ts';
import type { QcEventHead } from '../db/qc-events.ts';

/** What holds of a record now. */
export interface Standing {
  readonly state: QcState;
  /** Something was said of it, but of the record as it was before. */
  readonly isStale: boolean;
  readonly review: QcEventHead | undefined;
  readonly check: QcEventHead | undefined;
  readonly decision: QcEventHead | undefined;
  /** The event whose text stands for the record; undefined: the text of the file does. */
  readonly revision: QcEventHead | undefined;
}

/**
 * A round begins with a review; a new review or a reopening begins another one. What was said of the
 * record in another state does not count.
 *
 * @param events  of one record that hold, in the order in which they were said
 * @param hash  of the record as it is now
 */
export function standingOf(events: readonly QcEventHead[], hash: string): Standing {
  let review: QcEventHead | undefined;
  let check: QcEventHead | undefined;
  let decision: QcEventHead | undefined;
  let isStale = false;
  for (const event of events) {
    if (event.hash !== hash) {
      isStale = true;
      continue;
    }
    isStale = false;
    if (event.verdict === 'reopen') [review, check, decision] = [undefined, undefined, undefined];
    else if (event.phase === 'review') [review, check, decision] = [event, undefined, undefined];
    else if (event.phase === 'check') check ??= event;
    else decision ??= event;
  }
  const state = stateOf(review, check, decision);
  const isOriginal = decision?.verdict === 'original';
  const revision = review?.verdict === 'revise' && !isOriginal ? review : undefined;
  return { state, isStale: isStale && review === undefined, review, check, decision, revision };
}

const isKept = (verdict: QcVerdict) => verdict !== 'reject';

function stateOf(
  review: QcEventHead | undefined,
  check: QcEventHead | undefined,
  decision: QcEventHead | undefined,
): QcState {
  if (review === undefined) return 'open';
  if (check === undefined) return 'reviewed';
  const settled = (verdict: QcVerdict) => (isKept(verdict) ? 'accepted' : 'rejected');
  if (decision !== undefined) return settled(decision.verdict);
  return isKept(review.verdict) === isKept(check.verdict) ? settled(check.verdict) : 'disputed';
}

/** What a record waits for; undefined when it is settled. */
export function phaseOf({ state }: Standing): QcPhase | undefined {
  if (state === 'open') return 'review';
  if (state === 'reviewed') return 'check';
  return state === 'disputed' ? 'decide' : undefined;
}

/**
 * Why somebody may say nothing of a record in a phase.
 *
 * @param name  as `nameKey` gives it
 * @returns undefined where they may; else the reason, to stand behind a colon
 */
export function refusalOf(standing: Standing, phase: QcPhase, name: string): string | undefined {
  const { state, review, check } = standing;
  const own = (event: QcEventHead | undefined) => event?.nameKey === name;
  const isOwnReview = state === 'reviewed' && own(review);
  if (phase === 'check' && isOwnReview) {
    return `"${review?.name ?? ''}" reviewed it, and nobody checks their own work. Another name has to.`;
  }
  if (phase === 'review' && isOwnReview) return undefined; // they may think again
  if (phase === 'decide' && state === 'disputed' && (own(review) || own(check))) {
    const name = (own(review) ? review : check)?.name ?? '';
    return `"${name}" is one of the two who disagree. A third name has to decide.`;
  }
  const waits = phaseOf(standing);
  if (waits === phase) return undefined;
  if (waits === undefined) return `it is settled: ${state}. Open it again first.`;
  return `it waits for ${WAITS[waits]}.`;
}

const WAITS: Readonly<Record<QcPhase, string>> = {
  review: 'its review',
  check: 'the check by another name',
  decide: 'a third name to decide',
};

/** What may be said in a phase. */
export const VERDICTS: Readonly<Record<QcPhase, readonly QcVerdict[]>> = {
  review: ['accept', 'revise', 'reject', 'reopen'],
  check: ['accept', 'reject', 'reopen'],
  decide: ['accept', 'original', 'reject', 'reopen'],
};

/** Binds a saying to what was shown: the record, and what had been said of it. */
export function tokenOf(hash: string, { review, check, decision }: Standing): string {
  return [hash.slice(0, 80), ...[review, check, decision].map((event) => event?.id ?? 0)].join('-');
}
