/** Value at a share of the sorted sample, linear between neighbours (NumPy's default percentile). */
export function percentile(values: ArrayLike<number>, percent: number): number {
  return percentileOfSorted(Float64Array.from(values).sort(), percent);
}

/** As {@link percentile}, of a sample that is sorted already; 0 for an empty one. */
export function percentileOfSorted(sorted: Float64Array, percent: number): number {
  if (sorted.length === 0) return 0;
  const position = (percent / 100) * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(low + 1, sorted.length - 1);
  const a = sorted[low]!;
  return a + (sorted[high]! - a) * (position - low);
}

/** Middle of a sample; the mean of the two middle ones when their number is even. */
export const median = (values: ArrayLike<number>): number => percentile(values, 50);

/** `value` brought into [low, high]. */
export const clip = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);
