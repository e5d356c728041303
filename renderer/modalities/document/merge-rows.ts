/** Which entry of another list stands beside each entry of the first. */
export interface Partners {
  /** For each entry of the first list one of the other, rising; -1 where it has none. */
  readonly partner: Int32Array;
  readonly count: number;
}

/**
 * Rows of several lists beside each other: those of the first, and between them what only others have.
 *
 * @returns for each list its entry in each row, -1 where it has none; the first list first
 */
export function mergeRows(baseCount: number, others: readonly Partners[]): Int32Array[] {
  const base: number[] = [];
  const drawn: number[][] = others.map(() => []);
  const next = others.map(() => 0);
  const flushTo = (ends: readonly number[]) => {
    const extra = Math.max(0, ...ends.map((end, list) => end - (next[list] ?? 0)));
    for (let at = 0; at < extra; at++) {
      base.push(-1);
      ends.forEach((end, list) => {
        const own = next[list] ?? 0;
        drawn[list]?.push(own < end ? own : -1);
        if (own < end) next[list] = own + 1;
      });
    }
  };
  for (let row = 0; row < baseCount; row++) {
    const partners = others.map(({ partner }) => partner[row] ?? -1);
    flushTo(partners.map((own, list) => (own >= 0 ? own : (next[list] ?? 0))));
    base.push(row);
    partners.forEach((own, list) => {
      drawn[list]?.push(own);
      if (own >= 0) next[list] = own + 1;
    });
  }
  flushTo(others.map(({ count }) => count));
  return [base, ...drawn].map((list) => Int32Array.from(list));
}
