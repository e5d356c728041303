/** Counts seconds while it goes. */
export interface Stopwatch {
  readonly go: () => void;
  readonly stop: () => void;
  /** Seconds since this was last asked, stops left out. */
  readonly take: () => number;
}

/** A stopwatch that stands still. */
export function createStopwatch(): Stopwatch {
  let since: number | undefined;
  let gathered = 0;
  const gather = () => {
    if (since === undefined) return;
    const now = performance.now();
    gathered += (now - since) / 1000;
    since = now;
  };
  return {
    go: () => {
      since ??= performance.now();
    },
    stop() {
      gather();
      since = undefined;
    },
    take() {
      gather();
      const taken = gathered;
      gathered = 0;
      return taken;
    },
  };
}
