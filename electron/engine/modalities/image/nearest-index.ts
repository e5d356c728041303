/** Index of the entry nearest `value` in a rising list; of two as near the lower one. */
export function nearestIndex(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= value) low = middle;
    else high = middle;
  }
  return Math.abs(rising[low]! - value) <= Math.abs(rising[high]! - value) ? low : high;
}
