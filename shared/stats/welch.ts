import type { Interval } from './bootstrap.ts';
import { mean, standardDeviation, type Numbers } from './mean.ts';
import { studentCritical95, studentTwoSided } from './student-distribution.ts';

/** Whether two groups have the same mean. */
export interface WelchTest {
  /** Mean of the first minus mean of the second. */
  readonly difference: number;
  readonly ci95: Interval;
  /** Two-sided. */
  readonly p: number;
}

/** What the test needs to know of a group. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Of the sample, n − 1. */
  readonly variance: number;
}

/** Welch's t-test of two groups; undefined when either has fewer than two values. */
export function welch(first: Numbers, second: Numbers): WelchTest | undefined {
  const [one, other] = [momentsOf(first), momentsOf(second)];
  return one === undefined || other === undefined ? undefined : welchOfMoments(one, other);
}

function momentsOf(values: Numbers): Moments | undefined {
  const [centre, deviation] = [mean(values), standardDeviation(values)];
  if (centre === undefined || deviation === undefined) return undefined;
  return { n: values.length, mean: centre, variance: deviation ** 2 };
}

/** The same from moments; both n are at least two. Groups without spread differ surely or not at all. */
export function welchOfMoments(first: Moments, second: Moments): WelchTest {
  const { difference, error, freedom, p } = welchStatistic(first, second);
  const reach = error === 0 ? 0 : studentCritical95(freedom) * error;
  return { difference, ci95: [difference - reach, difference + reach], p };
}

/** The test without its interval, which costs more than all the rest. */
export function welchStatistic(first: Moments, second: Moments) {
  const difference = first.mean - second.mean;
  const [one, other] = [first.variance / first.n, second.variance / second.n];
  const variance = one + other;
  if (variance === 0) return { difference, error: 0, freedom: 1, p: difference === 0 ? 1 : 0 };
  const freedom = variance ** 2 / (one ** 2 / (first.n - 1) + other ** 2 / (second.n - 1));
  const error = Math.sqrt(variance);
  return { difference, error, freedom, p: studentTwoSided(difference / error, freedom) };
}

/** Hedges' g: the difference in standard deviations, corrected for small groups; 0 without spread. */
export function hedgesG(first: Moments, second: Moments): number {
  const freedom = first.n + second.n - 2;
  const pooled =
    ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / Math.max(1, freedom);
  if (pooled <= 0) return 0;
  return ((first.mean - second.mean) / Math.sqrt(pooled)) * (1 - 3 / (4 * freedom - 1));
}

/** 95 % interval of a mean by Student's distribution; n is at least two. */
export function studentInterval({ n, mean: centre, variance }: Moments): Interval {
  const reach = studentCritical95(n - 1) * Math.sqrt(variance / n);
  return [centre - reach, centre + reach];
}
