import { expect, test } from 'vitest';
import { bestOf, pairLabel } from './matrix-rows.ts';

const row = (means: readonly (number | undefined)[]) => ({
  metric: 'StS',
  nCommon: 10,
  pairs: [],
  cells: means.map((mean, at) => ({
    model: `m${at}`,
    n: 10,
    ...(mean === undefined ? {} : { mean }),
  })),
});

test('the highest mean is the best, unless it is shared or alone', () => {
  expect(bestOf(row([0.2, 0.8, 0.5]))).toBe('m1');
  expect(bestOf(row([0.8, 0.8, 0.5]))).toBeUndefined();
  expect(bestOf(row([undefined, 0.8, undefined]))).toBeUndefined();
});

test('pairs are told by the letters of the models', () => {
  expect(pairLabel(['x', 'y', 'z'], 'x', 'z')).toBe('A − C');
});
