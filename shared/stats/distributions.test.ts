import { expect, test } from 'vitest';
import { logGamma, regularisedBeta } from './gamma.ts';
import { normalCdf, normalQuantile, normalTail } from './normal-distribution.ts';
import { studentCritical95, studentTwoSided } from './student-distribution.ts';
import { hedgesG, studentInterval, welch } from './welch.ts';

// figures of SciPy 1.17.1

test('the normal distribution keeps its digits far out', () => {
  expect(normalCdf(1.3)).toBeCloseTo(0.9031995154143897, 13);
  expect(normalCdf(-1.3) + normalCdf(1.3)).toBeCloseTo(1, 14);
  expect(normalTail(9) / 1.1285884059538324e-19).toBeCloseTo(1, 10);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 13);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

test('gamma and beta functions are those of the reference', () => {
  expect(logGamma(0.3)).toBeCloseTo(1.0957979948180756, 12);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(regularisedBeta(2.5, 40, 0.03)).toBeCloseTo(0.2207939199400772, 12);
  // a fair coin, 3 of 5 or fewer: (1 + 5 + 10 + 10) / 32
  expect(regularisedBeta(2, 4, 0.5)).toBeCloseTo(26 / 32, 14);
  expect([regularisedBeta(2, 4, 0), regularisedBeta(2, 4, 1)]).toEqual([0, 1]);
});

test('Student’s distribution, and what exceeds it one time in twenty', () => {
  expect(studentTwoSided(2.5, 8)).toBeCloseTo(0.03694203771362412, 12);
  expect(studentCritical95(3.7)).toBeCloseTo(2.8675207071911895, 10);
  expect(studentCritical95(1)).toBeCloseTo(12.706204736432095, 9);
  expect(studentCritical95(1e9)).toBeCloseTo(1.959963984540054, 6);
});

test('Welch’s test of two groups', () => {
  const found = welch([1, 2, 3, 4, 9], [2, 2, 5, 6, 7, 8, 3]);

  expect(found?.p).toBeCloseTo(0.6000103796529179, 12);
  expect(found?.difference).toBeCloseTo(3.8 - 33 / 7, 12);
  expect((found?.ci95[0] ?? 0) + (found?.ci95[1] ?? 0)).toBeCloseTo(2 * (3.8 - 33 / 7), 12);
});

test('groups that are too small or have no spread are told apart without a NaN', () => {
  expect(welch([1], [2, 3])).toBeUndefined();
  expect(welch([], [2, 3])).toBeUndefined();
  expect(welch([1, 1], [1, 1])).toEqual({ difference: 0, ci95: [0, 0], p: 1 });
  expect(welch([2, 2], [1, 1])).toEqual({ difference: 1, ci95: [1, 1], p: 0 });
  const flat = { n: 3, mean: 0.5, variance: 0 };
  expect(hedgesG(flat, flat)).toBe(0);
  expect(studentInterval(flat)).toEqual([0.5, 0.5]);
});
