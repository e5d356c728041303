import { expect, test } from 'vitest';
import { spread } from './distribution.ts';

test('figures are counted in twentieths, a full score in the last', () => {
  // 0.04 → 0   0.05 and 0.06 → 1   1 → 19
  const { bins, n, nUnscored } = spread(
    Float64Array.of(0.04, 0.05, 0.06, 1, Number.NaN),
    Number.NaN,
  );

  expect(bins).toEqual([1, 2, ...new Array<number>(17).fill(0), 1]);
  expect([n, nUnscored]).toEqual([4, 1]);
});

test('a figure lies above those that are lower, and half of those that are the same', () => {
  // below 0.5: 0.1, 0.2; the same: 0.5, 0.5; (2 + 2/2) / 5 = 0.6
  const { place } = spread(Float64Array.of(0.5, 0.1, 0.9, 0.5, 0.2, Number.NaN), 0.5);

  expect(place).toEqual({ value: 0.5, below: 2, equal: 2, percentile: 0.6 });
});

test('without a figure, or with one of no instance looked at, there is no place', () => {
  expect(spread(Float64Array.of(0.5), Number.NaN).place).toBeUndefined();
  expect(spread(Float64Array.of(0.5), 0.7).place).toBeUndefined();
  expect(spread(new Float64Array(0), 0.7)).toMatchObject({ n: 0, nUnscored: 0 });
});
