/** Bars at an edge of a scatter, a twenty-fifth of the scale each; 1 falls into the last. */
export const SPREAD_BINS = 25;

/** How many values fall into each bin; all, or those at the places `only`. */
export function spreadOf(values: Float64Array, only?: Uint32Array): Uint32Array {
  const counts = new Uint32Array(SPREAD_BINS);
  const n = only?.length ?? values.length;
  for (let each = 0; each < n; each++) {
    const at = only === undefined ? each : (only[each] ?? 0);
    // 0.58 × 25 is 14.499999999999998: what rounding takes away must not change the bin
    const bin = Math.min(SPREAD_BINS - 1, Math.floor((values[at] ?? 0) * SPREAD_BINS + 1e-9));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
