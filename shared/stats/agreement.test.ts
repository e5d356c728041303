import { expect, test } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { kendallTauB, pearson, spearman } from './correlation.ts';
import { cohenKappa } from './kappa.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { unitsForWidth } from './sample-size.ts';

const SCALE = [1, 2, 3, 4, 5];

test('without spread nothing correlates', () => {
  expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeUndefined();
  expect(spearman([1, 2, 3], [7, 7, 7])).toBeUndefined();
  expect(kendallTauB([1, 2], [7, 7])).toBeUndefined();
  expect(pearson([1], [2])).toBeUndefined();
  expect(pearson([1, 2, 3], [2, 4, 6])).toBe(1);
  expect(spearman([1, 2, 3], [9, 4, 1])).toBe(-1);
});

test('κ is 1 where all agree, and undefined where there is but one answer', () => {
  expect(cohenKappa([1, 5, 3], [1, 5, 3], SCALE)).toBe(1);
  expect(cohenKappa([4, 4], [4, 4], SCALE)).toBeUndefined();
  expect(cohenKappa([], [], SCALE)).toBeUndefined();
  // one of two agree; by chance half would: (1/2 − 1/2) / (1 − 1/2)
  expect(cohenKappa([1, 2], [1, 1], [1, 2], 'none')).toBe(0);
  expect(() => cohenKappa([6], [1], SCALE)).toThrow('none of the categories');
});

test('α needs a unit that two have rated, and something else said somewhere', () => {
  expect(
    krippendorffAlpha(
      [
        [1, undefined],
        [undefined, 2],
      ],
      'ordinal',
    ),
  ).toBeUndefined();
  expect(
    krippendorffAlpha(
      [
        [3, 3],
        [3, 3],
      ],
      'nominal',
    ),
  ).toBeUndefined();
  expect(krippendorffAlpha([], 'interval')).toBeUndefined();
  expect(
    krippendorffAlpha(
      [
        [1, 2, 5],
        [1, 2, 5],
      ],
      'ordinal',
    ),
  ).toBe(1);
});

test('strengths exist when everyone can be reached by wins', () => {
  // a beats b 3 : 1, so the odds are e^(sa − sb) = 3
  const [a = 0, b = 0] =
    bradleyTerry([
      [0, 3],
      [1, 0],
    ])?.logStrengths ?? [];
  expect(a - b).toBeCloseTo(Math.log(3), 8);
  expect(a + b).toBeCloseTo(0, 12);

  expect(
    bradleyTerry([
      [0, 3],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(bradleyTerry([[0]])).toBeUndefined();
});

test('half the width needs four times as many', () => {
  expect(unitsForWidth(50, 0.2, 0.1)).toBe(200);
  expect(unitsForWidth(50, 0.2, 0.5)).toBe(50);
  expect(unitsForWidth(50, 0, 0.1)).toBeUndefined();
  expect(unitsForWidth(1, 0.2, 0.1)).toBeUndefined();
});

test('a statistic that most resamples do not have has no interval', () => {
  const values = [1, 1, 1, 1, 1, 1, 1, 2];
  const flat = (drawn: Uint32Array) =>
    pearson(
      Array.from(drawn, (index) => values[index] ?? 0),
      Array.from(drawn, (index) => index),
    );

  expect(bootstrap(8, flat, { resamples: 200 })?.resamples).toBeLessThan(200);
  expect(bootstrap(0, () => 1)).toBeUndefined();
  expect(bootstrap(3, () => undefined)).toBeUndefined();
  expect(bootstrap(3, () => 0.5, { resamples: 20 })).toMatchObject({
    percentile: [0.5, 0.5],
    bca: [0.5, 0.5],
  });
});
