import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg, holm } from './multiple-tests.ts';
import { signTest, wilcoxonSignedRank } from './paired-tests.ts';
import { rank } from './ranks.ts';

test('ranks are shared by equal values', () => {
  // 1 | 2, 2 → (2 + 3) / 2 | 5
  const { ranks, ties } = rank([2, 5, 1, 2]);

  expect([...ranks]).toEqual([2.5, 4, 1, 2.5]);
  expect(ties).toEqual([2]);
});

test('the sign test counts coins', () => {
  // at most 1 of 5 on either side: 2 · (1 + 5) / 32
  expect(signTest(4, 1)).toBeCloseTo(12 / 32, 14);
  expect(signTest(1, 4)).toBe(signTest(4, 1));
  expect(signTest(3, 3)).toBe(1);
  expect(signTest(0, 0)).toBeUndefined();
  expect(signTest(9_000, 8_500)).toBeLessThan(0.001);
});

test('Wilcoxon’s test is exact: every way to give signs is counted', () => {
  const differences = [0.1, -0.2, 0.3, 0.5, 0.7, 1.1, -0.05, 1.3];
  const statisticOf = (signs: number) => {
    const { ranks } = rank(differences.map(Math.abs));
    const positive = ranks.reduce((sum, own, at) => sum + ((signs >> at) % 2 === 1 ? own : 0), 0);
    return Math.min(positive, 36 - positive);
  };
  const own = statisticOf(0b10111101);
  const ways = Array.from({ length: 256 }, (_, signs) => statisticOf(signs));

  const found = wilcoxonSignedRank(differences);

  expect(found).toMatchObject({ statistic: own, method: 'exact' });
  expect(found?.p).toBeCloseTo(ways.filter((way) => way <= own).length / 256, 14);
  // W⁺ = 36 − own
  expect(found?.effect).toBeCloseTo((36 - 2 * own) / 36, 14);
});

test('where there is nothing but zeros there is nothing to test', () => {
  expect(wilcoxonSignedRank([0, 0, 0])).toBeUndefined();
  expect(wilcoxonSignedRank([])).toBeUndefined();
  // one difference: W = 0 of 1, the variance of its normal approximation is not 0
  expect(wilcoxonSignedRank([0.3])?.p).toBe(1);
  expect(wilcoxonSignedRank([0.3, 0])).toMatchObject({ method: 'normal', effect: 1 });
});

test('swapping the sides changes the sign of the effect and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (differences) => {
      const one = wilcoxonSignedRank(differences);
      const other = wilcoxonSignedRank(differences.map((value) => -value));
      if (one === undefined || other === undefined) return one === other;
      expect(one.p).toBeGreaterThanOrEqual(0);
      expect(one.p).toBeLessThanOrEqual(1);
      expect(other.p).toBeCloseTo(one.p, 12);
      expect(other.effect).toBeCloseTo(-one.effect, 12);
      return true;
    }),
  );
});

test('Benjamini and Hochberg by hand', () => {
  // sorted .01 .02 .04 .5 → ·4/1 .04, ·4/2 .04, ·4/3 .0533, .5; the least from the back on
  expect(benjaminiHochberg([0.04, 0.5, 0.01, 0.02])).toEqual([
    expect.closeTo(0.16 / 3, 12),
    0.5,
    0.04,
    0.04,
  ]);
});

test('a correction never makes anything more probable, and Holm is the stricter', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (probabilities) => {
      const [strict, shares] = [holm(probabilities), benjaminiHochberg(probabilities)];
      probabilities.forEach((p, at) => {
        expect(shares[at]).toBeGreaterThanOrEqual(p);
        expect(strict[at]).toBeGreaterThanOrEqual((shares[at] ?? 0) - 1e-12);
        expect(strict[at]).toBeLessThanOrEqual(1);
      });
    }),
  );
});
