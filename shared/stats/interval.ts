import { mean, quantile, standardDeviation } from './mean.ts';

export type Interval = readonly [low: number, high: number];

const RESAMPLES = 10_000;
const SEED = 20_260_305;
/** From here on the normal approximation differs by less than the bootstrap's own noise. */
export const NORMAL_FROM = 2_000;
/** 97.5th percentile of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/**
 * 95 % interval of the mean: percentile bootstrap, seeded, for fewer than {@link NORMAL_FROM} values,
 * else mean ± 1.96 standard errors.
 *
 * @returns undefined for no values; a point for a single one
 */
export function meanInterval(
  values: Float64Array,
  options: BootstrapOptions = {},
): Interval | undefined {
  if (values.length === 0) return undefined;
  return values.length < NORMAL_FROM ? bootstrapMean(values, options) : normalMean(values);
}

export interface BootstrapOptions {
  /** Default 10,000. */
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * 95 % percentile bootstrap of the mean.
 *
 * @param values  at least one
 */
export function bootstrapMean(values: Float64Array, options: BootstrapOptions = {}): Interval {
  const { resamples = RESAMPLES, seed = SEED } = options;
  const n = values.length;
  const means = new Float64Array(resamples);
  let state = seed | 0 || 1;
  for (let at = 0; at < resamples; at++) {
    let sum = 0;
    for (let draw = 0; draw < n; draw += 2) {
      // xorshift32 (Marsaglia 2003); either half is scaled to an index: n is far below 2^16
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      sum += values[((state >>> 16) * n) >>> 16] ?? 0;
      if (draw + 1 < n) sum += values[((state & 0xffff) * n) >>> 16] ?? 0;
    }
    means[at] = sum / n;
  }
  means.sort();
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/** 95 % interval of the mean by its standard error. @param values  at least two */
export function normalMean(values: Float64Array): Interval {
  const centre = mean(values) ?? 0;
  const error = (standardDeviation(values) ?? 0) / Math.sqrt(values.length);
  return [centre - Z_975 * error, centre + Z_975 * error];
}
