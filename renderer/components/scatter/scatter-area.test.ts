import { expect, test } from 'vitest';
import { areaBetween, movedArea } from './scatter-area.ts';

test('a rectangle is the same from whichever corner it is drawn', () => {
  const area = { minA: 0.1, maxA: 0.4, minB: 0.2, maxB: 0.9 };

  expect(areaBetween([0.1, 0.9], [0.4, 0.2])).toEqual(area);
  expect(areaBetween([0.4, 0.2], [0.1, 0.9])).toEqual(area);
});

test('what is drawn beyond the scale ends where the scale ends', () => {
  expect(areaBetween([-0.03, 0.5], [1.04, 2])).toEqual({ minA: 0, maxA: 1, minB: 0.5, maxB: 1 });
});

test('an area that is moved keeps its size and stops at the ends', () => {
  const area = { minA: 0.1, maxA: 0.4, minB: 0.2, maxB: 0.9 };

  expect(movedArea(area, 0.2, 0.5)).toEqual({ minA: 0.3, maxA: 0.6, minB: 0.3, maxB: 1 });
  expect(movedArea(area, -0.5, -0.5)).toEqual({ minA: 0, maxA: 0.3, minB: 0, maxB: 0.7 });
});
