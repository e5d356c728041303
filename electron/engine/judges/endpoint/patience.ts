// How long an endpoint is waited for before a question, or the run, is given up.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Requests for one reply while the endpoint fails: 5xx, time-outs, dropped connections. */
  readonly attempts: number;
  /** Requests for one reply while the endpoint has too much to do (429). */
  readonly attemptsWhenBusy: number;
  /** Requests for one reply while what comes is no completion at all; each may have been charged. */
  readonly attemptsWhenGarbled: number;
  /** First back-off at most; it doubles with each further attempt. */
  readonly backOffMs: number;
  readonly longestBackOffMs: number;
  /** A longer Retry-After (a daily limit) pauses the run. */
  readonly longestRetryAfterMs: number;
  /** Failures in a row, over all questions, after which the endpoint is left alone for a while. */
  readonly failuresInRow: number;
  /** First rest; it doubles up to the longest. */
  readonly restMs: number;
  readonly longestRestMs: number;
  /** Rests in a row after which the endpoint is down. */
  readonly rests: number;
}

/** About 13 minutes until an endpoint that answers nothing is down: a model server may be starting. */
export const PATIENCE: Patience = {
  attempts: 8,
  attemptsWhenBusy: 24,
  attemptsWhenGarbled: 3,
  backOffMs: 500,
  longestBackOffMs: 60_000,
  longestRetryAfterMs: 15 * 60_000,
  failuresInRow: 8,
  restMs: 15_000,
  longestRestMs: 300_000,
  rests: 6,
};

/** For a test that somebody waits for: one more try, and no long rests. */
export const SHORT_PATIENCE: Patience = {
  ...PATIENCE,
  attempts: 2,
  backOffMs: 1000,
  longestRetryAfterMs: 10_000,
};

/** Waits; rejects with the signal's reason when aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = async (ms, signal) => {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
};

/**
 * Exponential back-off with full jitter: anything from 0 up to a limit that doubles, so that those who
 * failed together do not come back together.
 *
 * @param failures  so far, at least 1
 * @param random  in [0, 1)
 */
export function backOffMs(patience: Patience, failures: number, random: () => number): number {
  const limit = Math.min(patience.longestBackOffMs, patience.backOffMs * 2 ** (failures - 1));
  return random() * limit;
}
