import { setImmediate as turn } from 'node:timers/promises';

const SLICE_MS = 6;

/** Lets other calls in between: to be awaited in every round of a long loop on the main thread. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return turn().then(() => {
      since = performance.now();
    });
  };
}
