import { median, percentileOfSorted } from '../order-statistics.ts';

const TINY = 1e-12; // gq-official.md, 3D
const MIN_VALUES = 4; // same
const FAR_Z = 2.5; // same

/**
 * Robust relative spread, 1 − exp(−IQR/|median|): 0 for equal values, towards 1 for scattered ones.
 *
 * @source gq-official.md, 3D, rcv; where the median is 0, the mean of |x| takes its place
 */
export function robustSpread(values: Float64Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  if (sorted.length < MIN_VALUES) return 0;
  const range = percentileOfSorted(sorted, 75) - percentileOfSorted(sorted, 25);
  let scale = Math.abs(median(sorted));
  if (scale <= TINY) {
    scale = sorted.reduce((sum, value) => sum + Math.abs(value), 0) / sorted.length;
  }
  return scale <= TINY ? 0 : 1 - Math.exp(-range / scale);
}

/** Share of values further than 2.5 standard deviations from their mean. */
export function outlierShare(values: Float64Array): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const limit = FAR_Z * (Math.sqrt(variance) + TINY);
  return values.reduce((sum, v) => sum + Number(Math.abs(v - mean) > limit), 0) / values.length;
}
