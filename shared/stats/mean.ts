/** Figures, in an array of either kind. */
export type Numbers = readonly number[] | Float64Array;

/** @returns undefined for no values: there is no mean of nothing */
export function mean(values: Numbers): number | undefined {
  if (values.length === 0) return undefined;
  let sum = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator takes ten times as long
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return sum / values.length;
}

/** Sample standard deviation, n − 1; undefined for fewer than two values. */
export function standardDeviation(values: Numbers): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  let squares = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator takes ten times as long
  for (let at = 0; at < values.length; at++) squares += ((values[at] ?? 0) - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Quantile by linear interpolation between the two nearest values.
 *
 * @param sorted  ascending, at least one value
 * @param share  in [0, 1]
 * @source Hyndman & Fan 1996, type 7: NumPy's default
 */
export function quantile(sorted: Numbers, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) throw new Error('a quantile of no values');
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}
