import { bootstrapMeans, type ManyOptions, type Sample } from './bootstrap-means.ts';
import type { BootstrapOptions, Interval } from './bootstrap.ts';
import type { Numbers } from './mean.ts';

/** From here on the limit of the bootstrap differs from it by less than its own noise. */
export const LIMIT_FROM = 2_000;
/** 97.5th percentile of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/** An interval, and how it was made. */
export interface MeanInterval {
  readonly ci95: Interval;
  /** `bootstrap`: 10,000 resamples; `cornish-fisher`: what these converge to; `point`: no spread. */
  readonly method: 'bootstrap' | 'cornish-fisher' | 'point';
}

/**
 * 95 % interval of the mean: percentile bootstrap, seeded, for fewer than {@link LIMIT_FROM} instances, else
 * its limit.
 *
 * @returns undefined for no values; a point where all are the same
 */
export function meanInterval(
  values: Float64Array,
  options: BootstrapOptions = {},
): MeanInterval | undefined {
  return meanIntervals([{ values }], options)[0];
}

/** The same of many samples, which is faster than one after the other and gives the same. */
export function meanIntervals(
  samples: readonly Sample[],
  options: ManyOptions = {},
): (MeanInterval | undefined)[] {
  const known = samples.map(withoutBootstrap);
  const isDue = samples.map(({ values }, at) => values.length > 0 && known[at] === undefined);
  const drawn = bootstrapMeans(
    samples.filter((_, at) => isDue[at]),
    options,
  )[Symbol.iterator]();
  return known.map((interval, at) => {
    if (!isDue[at]) return interval;
    const { value } = drawn.next();
    return value === undefined ? undefined : { ci95: value, method: 'bootstrap' };
  });
}

function withoutBootstrap({ values, drawnFrom = values.length }: Sample): MeanInterval | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  if (values.every((value) => value === first)) return { ci95: [first, first], method: 'point' };
  if (drawnFrom < LIMIT_FROM) return undefined;
  return { ci95: limitOfBootstrap(values), method: 'cornish-fisher' };
}

/**
 * The interval that the percentile bootstrap of the mean comes to with ever more resamples: quantiles of
 * the mean of n draws from the values, by its first four cumulants.
 *
 * @param values  at least one; the more, the closer
 * @source Cornish & Fisher 1938: z + (z² − 1)·γ/6 + (z³ − 3z)·κ/24 − (2z³ − 5z)·γ²/36, with skewness γ and
 *   excess kurtosis κ of the mean
 */
export function limitOfBootstrap(values: Numbers): Interval {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const centre = sum / n;
  let [second, third, fourth, low, high] = [0, 0, 0, Infinity, -Infinity];
  for (const value of values) {
    const deviation = value - centre;
    const square = deviation * deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const variance = second / n;
  if (variance === 0) return [centre, centre];
  const skew = third / n / variance ** 1.5 / Math.sqrt(n);
  const excess = (fourth / n / variance ** 2 - 3) / n;
  const error = Math.sqrt(variance / n);
  const end = (z: number) => {
    const shape =
      z +
      ((z * z - 1) * skew) / 6 +
      ((z ** 3 - 3 * z) * excess) / 24 -
      ((2 * z ** 3 - 5 * z) * skew * skew) / 36;
    return Math.min(high, Math.max(low, centre + shape * error));
  };
  return [end(-Z_975), end(Z_975)];
}
