import { expect, test } from 'vitest';
import { setBound } from './brush-bounds.ts';

const brush = { minA: 0.2, maxA: 0.4, minB: 0, maxB: 1 };

test('a bound is set to a tenth of a point', () => {
  expect(setBound(brush, 'maxA', 0.55555)).toEqual({ ...brush, maxA: 0.556 });
});

test('a bound that passes the opposite one takes it along', () => {
  expect(setBound(brush, 'minA', 0.9)).toEqual({ ...brush, minA: 0.9, maxA: 0.9 });
  expect(setBound(brush, 'maxA', 0.1)).toEqual({ ...brush, minA: 0.1, maxA: 0.1 });
});

test('what is beyond the scale, or no number, is no bound', () => {
  expect(setBound(brush, 'minA', 1.2)).toBeUndefined();
  expect(setBound(brush, 'minA', Number.NaN)).toBeUndefined();
});
