import { expect, test } from 'vitest';
import { bootstrapMeans } from './bootstrap-means.ts';
import { bootstrap, type BootstrapOptions, type Interval } from './bootstrap.ts';
import { LIMIT_FROM, limitOfBootstrap, meanInterval, meanIntervals } from './interval.ts';
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
  expect(meanInterval(Float64Array.of(0.4))).toEqual({ ci95: [0.4, 0.4], method: 'point' });
  expect(meanInterval(new Float64Array(50).fill(0.3))).toEqual({
    ci95: [0.3, 0.3],
    method: 'point',
  });
});

test('the bootstrap gives the same interval on every run, and another with another seed', () => {
  const values = sample(200, 1);

  expect(ends(values)).toEqual(ends(values));
  expect(ends(values, { seed: 2 })).not.toEqual(ends(values));
});

test('a sample has the same interval whatever stands beside it', () => {
  const alone = meanInterval(sample(300, 4));
  const many = Array.from({ length: 40 }, (_, at) => ({ values: sample(290 + (at % 20), at) }));

  const together = meanIntervals([
    ...many,
    { values: sample(300, 4) },
    { values: new Float64Array(0) },
  ]);

  expect(together.at(-2)).toEqual(alone);
  expect(together.at(-1)).toBeUndefined();
});

test('the bootstrap of a proportion of 30 in 100 is close to what theory says', () => {
  const values = Float64Array.from({ length: 100 }, (_, index) => (index < 30 ? 1 : 0));

  const [low, high] = ends(values);

  // 0.3 ± 1.96 · √(0.3 · 0.7 / 100) = 0.3 ± 0.0898
  expect(low).toBeCloseTo(0.21, 1);
  expect(high).toBeCloseTo(0.39, 1);
});

test('resampling in steps, two at once, is resampling value by value', () => {
  for (const [at, values] of [sample(40, 1), sample(333, 2), sample(701, 3)].entries()) {
    const [low, high] = ends(values);
    const slow = bootstrap(
      values.length,
      (drawn) => mean(Float64Array.from(drawn, (index) => values[index] ?? 0)),
      { seed: 100 + at, resamples: 3_000 },
    );
    const width = high - low;
    // two draws of the same ends: 4 % is three times their noise
    expect(Math.abs(low - (slow?.percentile[0] ?? 0))).toBeLessThan(0.04 * width);
    expect(Math.abs(high - (slow?.percentile[1] ?? 0))).toBeLessThan(0.04 * width);
  }
});

test('instances without a figure are drawn, too, and change next to nothing', () => {
  const values = sample(800, 6);

  const [[low, high] = [0, 0], [lowOf, highOf] = [0, 0]] = bootstrapMeans([
    { values },
    { values, drawnFrom: 1_000 },
  ]);

  expect(Math.abs(low - lowOf)).toBeLessThan(0.04 * (high - low));
  expect(Math.abs(high - highOf)).toBeLessThan(0.04 * (high - low));
  expect(lowOf).not.toBe(low);
});

test('few figures of many instances are drawn alone', () => {
  const values = sample(12, 7);

  const [alone, among] = bootstrapMeans([{ values }, { values, drawnFrom: 900 }]);

  expect(among).toEqual(alone);
});

test.each([
  ['even', (value: number) => value],
  ['skewed', (value: number) => value ** 6],
  ['of two values', (value: number) => (value < 0.03 ? 1 : 0)],
])('the limit is where the bootstrap goes where one gives way to the other: %s', (_, shape) => {
  const values = sample(LIMIT_FROM - 1, 2).map(shape);

  const [low, high] = ends(values);
  const [limitLow, limitHigh] = limitOfBootstrap(values);

  // 10,000 resamples leave each end 1 to 1.5 % of the width of noise
  expect(Math.abs(low - limitLow)).toBeLessThan(0.025 * (high - low));
  expect(Math.abs(high - limitHigh)).toBeLessThan(0.025 * (high - low));
  expect(meanInterval(Float64Array.of(...values, 0.5))?.method).toBe('cornish-fisher');
});

test('every bootstrap interval holds the mean and stays within the values', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const values = sample(5 + seed * 3, seed);
    const [low, high] = ends(values, { resamples: 500 });
    const centre = mean(values) ?? Number.NaN;
    expect(low).toBeLessThanOrEqual(centre);
    expect(high).toBeGreaterThanOrEqual(centre);
    expect(low).toBeGreaterThanOrEqual(Math.min(...values));
    expect(high).toBeLessThanOrEqual(Math.max(...values));
  }
});

function ends(values: Float64Array, options: BootstrapOptions = {}): Interval {
  const [interval] = bootstrapMeans([{ values }], options);
  if (interval === undefined) throw new Error('no interval');
  return interval;
}

function sample(length: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length }, random);
}
