import type { Numbers } from './mean.ts';

/** Values as ranks, and how large the groups of equal ones are. */
export interface Ranks {
  /** From 1, in the order of the values; equal ones share the mean of theirs. */
  readonly ranks: Float64Array;
  /** Sizes of the groups of equal values, those of one left out. */
  readonly ties: readonly number[];
}

/** Ranks values from the smallest up. */
export function rank(values: Numbers): Ranks {
  const order = Uint32Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let at = start; at < end; at++) ranks[order[at] ?? 0] = (start + end + 1) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}
