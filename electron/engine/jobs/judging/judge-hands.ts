import type { OutcomeDraft } from '../../db/outcomes.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import type { Computed } from '../scoring/define-doer.ts';
import type { CallDesk } from './call-desk.ts';
import type { WordHands } from './put-into-words.ts';

/** What judging takes while a run goes on. */
export interface JudgeHands extends WordHands {
  readonly desk: CallDesk;
  /** Workers, for what has to be read before it is judged. */
  readonly ask: AskQueue;
}

/** Work with the time it takes, waiting for models included. */
export function timed(
  work: (hands: JudgeHands) => Promise<OutcomeDraft>,
): (hands: JudgeHands) => Promise<Computed> {
  return async (hands) => {
    const start = performance.now();
    const draft = await work(hands);
    return { draft, seconds: (performance.now() - start) / 1000 };
  };
}
