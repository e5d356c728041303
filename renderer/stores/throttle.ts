/**
 * Calls `work` at once, then at most once in `intervalMs` while calls keep coming; the last call is
 * never lost.
 */
export function createThrottle(
  work: () => void,
  intervalMs: number,
): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const run = () => {
    isDue = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) run();
    }, intervalMs);
    work();
  };
  return {
    call() {
      if (timer === undefined) run();
      else isDue = true;
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
