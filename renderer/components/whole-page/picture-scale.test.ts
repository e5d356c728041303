import { expect, test } from 'vitest';
import { scaleFor } from './picture-scale.ts';

test('a picture has two device pixels a pixel while it can be drawn so large', () => {
  expect(scaleFor(1200, 3000)).toBe(2);
});

test('a long comparison is drawn smaller, to the longest side that a canvas may have', () => {
  // 16,000 / 20,000
  expect(scaleFor(1000, 20_000)).toBeCloseTo(0.8, 9);
});

test('a large one is drawn smaller, to the area that a canvas may have', () => {
  // 9,000 × 9,000 = 81 M; √(120 / 81) = 1.217
  expect(scaleFor(9000, 9000)).toBeCloseTo(1.2172, 4);
});
