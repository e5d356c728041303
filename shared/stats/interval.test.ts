import { expect, test } from 'vitest';
import { bootstrapMean, meanInterval, normalMean, NORMAL_FROM } from './interval.ts';
import { mean, quantile, standardDeviation } from './mean.ts';
import { createRandom } from './random.ts';

test('no values have no mean, no deviation and no interval', () => {
  const none = new Float64Array();

  expect(mean(none)).toBeUndefined();
  expect(standardDeviation(none)).toBeUndefined();
  expect(meanInterval(none)).toBeUndefined();
});

test('the mean and the deviation of 2, 4, 4, 4, 5, 5, 7, 9', () => {
  const values = Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9);

  // sum 40 / 8 = 5; squares 9+1+1+1+0+0+4+16 = 32; √(32 / 7)
  expect(mean(values)).toBe(5);
  expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
});

test('a quantile lies between its two neighbours', () => {
  // position 3 · 0.25 = 0.75 → 1 + 0.75 · (2 − 1)
  expect(quantile([1, 2, 4, 8], 0.25)).toBe(1.75);
  expect(quantile([1, 2, 4, 8], 1)).toBe(8);
  expect(quantile([3], 0.5)).toBe(3);
});

test('the interval of one value, and of equal values, is a point', () => {
  expect(meanInterval(Float64Array.of(0.4))).toEqual([0.4, 0.4]);
  expect(bootstrapMean(new Float64Array(50).fill(0.25))).toEqual([0.25, 0.25]);
});

test('the bootstrap gives the same interval on every run', () => {
  const values = sample(200, 1);

  expect(bootstrapMean(values)).toEqual(bootstrapMean(values));
});

test('the bootstrap of a proportion of 30 in 100 is close to what theory says', () => {
  const values = Float64Array.from({ length: 100 }, (_, index) => (index < 30 ? 1 : 0));

  const [low, high] = bootstrapMean(values);

  // 0.3 ± 1.96 · √(0.3 · 0.7 / 100) = 0.3 ± 0.0898
  expect(low).toBeCloseTo(0.21, 1);
  expect(high).toBeCloseTo(0.39, 1);
});

test('bootstrap and normal approximation agree where one gives way to the other', () => {
  const values = sample(NORMAL_FROM - 1, 2);

  const [low, high] = bootstrapMean(values);
  const [normalLow, normalHigh] = normalMean(values);

  expect(Math.abs(low - normalLow)).toBeLessThan(0.001);
  expect(Math.abs(high - normalHigh)).toBeLessThan(0.001);
});

test('every bootstrap interval holds the mean and stays within the values', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const values = sample(5 + seed * 3, seed);
    const [low, high] = bootstrapMean(values, { resamples: 500 });
    const centre = mean(values) ?? Number.NaN;
    expect(low).toBeLessThanOrEqual(centre);
    expect(high).toBeGreaterThanOrEqual(centre);
    expect(low).toBeGreaterThanOrEqual(Math.min(...values));
    expect(high).toBeLessThanOrEqual(Math.max(...values));
  }
});

function sample(length: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length }, random);
}
