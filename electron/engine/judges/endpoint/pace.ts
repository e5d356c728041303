import type { Wait } from './patience.ts';

/** Decides when the next request may go: evenly spaced, and not while the endpoint asked to wait. */
export interface Pace {
  readonly next: (signal: AbortSignal) => Promise<void>;
  /** Nobody goes before this many ms have passed. */
  readonly holdFor: (ms: number) => void;
}

/**
 * @param requestsPerMinute  undefined: no limit. Even spacing keeps to it in every minute, and needs no
 *   count of what went before.
 * @param clock  milliseconds
 */
export function createPace(
  requestsPerMinute: number | undefined,
  clock: () => number,
  wait: Wait,
): Pace {
  const spacingMs = requestsPerMinute === undefined ? 0 : 60_000 / requestsPerMinute;
  let free = 0;
  let heldUntil = 0;
  return {
    async next(signal) {
      const now = clock();
      const at = Math.max(now, free);
      if (spacingMs > 0) free = at + spacingMs;
      if (at > now) await wait(at - now, signal);
      const held = heldUntil - clock();
      if (held > 0) await wait(held, signal);
    },
    holdFor(ms) {
      heldUntil = Math.max(heldUntil, clock() + ms);
    },
  };
}
