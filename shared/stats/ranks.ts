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
  // numbers alone are sorted much faster than places by a comparison
  const sorted = Float64Array.from(values).sort();
  const distinct = new Float64Array(sorted.length);
  const shared = new Float64Array(sorted.length);
  const ties: number[] = [];
  let count = 0;
  for (let start = 0; start < sorted.length; count++) {
    const value = sorted[start] ?? 0;
    let end = start + 1;
    while (end < sorted.length && sorted[end] === value) end += 1;
    distinct[count] = value;
    shared[count] = (start + end + 1) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  const ranks = Float64Array.from(values, (value) => shared[placeOf(value, distinct, count)] ?? 0);
  return { ranks, ties };
}

/** Where a value stands among distinct ones, ascending, of which there are so many. */
function placeOf(value: number, distinct: Float64Array, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distinct[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
