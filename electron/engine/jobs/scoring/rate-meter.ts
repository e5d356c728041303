const WINDOW_MS = 15_000;
const SHORTEST_MS = 500;

/** How many items a second lately; forgets what lies behind a pause. */
export interface RateMeter {
  readonly note: (done: number) => void;
  /** 0 while nothing is known. */
  readonly perSecond: () => number;
  readonly reset: () => void;
}

/** @param nowMs  a monotonic clock */
export function createRateMeter(nowMs: () => number): RateMeter {
  let marks: { readonly at: number; readonly done: number }[] = [];
  return {
    note(done) {
      const at = nowMs();
      marks = [...marks.filter((mark) => at - mark.at <= WINDOW_MS), { at, done }];
    },
    perSecond() {
      const first = marks[0];
      const last = marks.at(-1);
      if (first === undefined || last === undefined) return 0;
      const ms = last.at - first.at;
      return ms < SHORTEST_MS ? 0 : ((last.done - first.done) / ms) * 1000;
    },
    reset: () => {
      marks = [];
    },
  };
}
