import { mean, quantile, standardDeviation } from './mean.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';

export type Interval = readonly [low: number, high: number];

/** How many times a sample is drawn anew, unless told otherwise. */
export const RESAMPLES = 10_000;
export const SEED = 5;

export interface BootstrapOptions {
  /** Default {@link RESAMPLES}. */
  readonly resamples?: number;
  readonly seed?: number;
}

/** Both intervals of one set of resamples. */
export interface BootstrapIntervals {
  readonly percentile: Interval;
  /** Bias-corrected and accelerated; the percentile one where a correction has nothing to go by. */
  readonly bca: Interval;
  /** Resamples in which the statistic exists. */
  readonly resamples: number;
}

/**
 * 95 % bootstrap intervals of any statistic of n units.
 *
 * @param statistic  of the units drawn, as indexes below n; undefined where it does not exist
 * @returns undefined when it does not exist for the sample itself, or for most of the resamples
 * @source Efron 1987, "Better bootstrap confidence intervals"; ends as SciPy's `bootstrap`
 */
export function bootstrap(
  n: number,
  statistic: (drawn: Uint32Array) => number | undefined,
  { resamples = RESAMPLES, seed = SEED }: BootstrapOptions = {},
): BootstrapIntervals | undefined {
  const all = Uint32Array.from({ length: n }, (_, index) => index);
  const own = n === 0 ? undefined : statistic(all);
  if (own === undefined) return undefined;
  const draw = createDraws(seed);
  const drawn = new Uint32Array(n);
  const found: number[] = [];
  for (let at = 0; at < resamples; at++) {
    for (let unit = 0; unit < n; unit++) drawn[unit] = draw(n);
    const value = statistic(drawn);
    if (value !== undefined) found.push(value);
  }
  if (found.length < resamples / 2) return undefined;
  const sorted = Float64Array.from(found).sort();
  const left = Float64Array.from(
    all,
    (without) => statistic(all.filter((index) => index !== without)) ?? Number.NaN,
  );
  return {
    percentile: percentileInterval(sorted),
    bca: bcaInterval(sorted, own, left),
    resamples: found.length,
  };
}

/** So many standard deviations out some 4 % of a bell curve remain, more than the 2.5 % that are sought. */
const CUT = 1.7;

/**
 * The middle 95 % of what resamples gave. Only what lies far out is sorted, unless that is too little.
 *
 * @param found  the statistic of each resample, in any order; at least one
 */
export function percentileInterval(found: Float64Array): Interval {
  const count = found.length;
  const centre = mean(found) ?? 0;
  const cut = CUT * (standardDeviation(found) ?? 0);
  // the lowest from the front, the highest from the back
  const tails = new Float64Array(count);
  let [lowest, highest] = [0, 0];
  for (let at = 0; at < count; at++) {
    const value = found[at] ?? 0;
    if (value < centre - cut) tails[lowest++] = value;
    else if (value > centre + cut) tails[count - ++highest] = value;
  }
  const reach = Math.ceil((count - 1) * SHARE) + 1;
  if (lowest < reach || highest < reach) {
    const sorted = found.toSorted();
    return [quantile(sorted, SHARE), quantile(sorted, 1 - SHARE)];
  }
  tails.subarray(0, lowest).sort();
  tails.subarray(count - highest).sort();
  return [quantile(tails, SHARE), quantile(tails, 1 - SHARE)];
}

/** What lies outside of the interval at either end. */
const SHARE = 0.025;

/**
 * @param sorted  the statistic of each resample, ascending
 * @param own  of the sample itself
 * @param left  of the sample without each of its units in turn
 */
export function bcaInterval(sorted: Float64Array, own: number, left: Float64Array): Interval {
  let [below, upTo] = [0, 0];
  for (const value of sorted) {
    if (value < own) below += 1;
    if (value <= own) upTo += 1;
  }
  const bias = normalQuantile((below + upTo) / 2 / sorted.length);
  const centre = left.reduce((sum, value) => sum + value, 0) / left.length;
  let [squares, cubes] = [0, 0];
  for (const value of left) {
    squares += (centre - value) ** 2;
    cubes += (centre - value) ** 3;
  }
  const acceleration = cubes / (6 * squares ** 1.5);
  if (!Number.isFinite(bias) || !Number.isFinite(acceleration)) return percentileInterval(sorted);
  const shareAt = (share: number) => {
    const z = bias + normalQuantile(share);
    return normalCdf(bias + z / (1 - acceleration * z));
  };
  return [quantile(sorted, shareAt(SHARE)), quantile(sorted, shareAt(1 - SHARE))];
}

/** Whole numbers below n, each as likely; the same sequence for the same seed, on every machine. */
export function createDraws(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0; // Mulberry32, as in random.ts, without a closure a number
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * n);
  };
}
