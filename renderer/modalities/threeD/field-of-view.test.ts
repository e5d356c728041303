import { expect, test } from 'vitest';
import { verticalField } from './field-of-view.ts';

test('a wide tile keeps its field of view', () => {
  expect(verticalField(40, 1.6)).toBe(40);
});

test('a narrow tile sees the same angle from side to side', () => {
  // tan(h/2) = tan(v/2) · aspect: a right angle at aspect 1/√3 needs 120°
  expect(verticalField(90, 1 / Math.sqrt(3))).toBeCloseTo(120, 9);
});
