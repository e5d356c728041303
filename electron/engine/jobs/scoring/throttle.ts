/** A call that is made at most so often; the last one is never lost. */
export interface Throttle<T> {
  readonly call: (value: T) => void;
  /** At once, in place of one that waits. */
  readonly now: (value: T) => void;
  /** Forgets one that waits. */
  readonly cancel: () => void;
}

export function createThrottle<T>(intervalMs: number, run: (value: T) => void): Throttle<T> {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let waiting: { readonly value: T } | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
  };
  const now = (value: T) => {
    cancel();
    last = performance.now();
    run(value);
  };
  return {
    call(value) {
      waiting = { value };
      if (timer !== undefined) return;
      const wait = Math.max(0, last + intervalMs - performance.now());
      timer = setTimeout(() => waiting && now(waiting.value), wait);
    },
    now,
    cancel,
  };
}
