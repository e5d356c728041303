import { expect, test } from 'vitest';
import { barsPath, tallestShare } from './histogram-shape.ts';

test('bars are shares of their own total, so few lie in proportion over many', () => {
  const all = [100, 300];
  const few = [1, 3];

  expect(tallestShare([all, few])).toBe(0.75);
  expect(barsPath(few, 0.75)).toBe(barsPath(all, 0.75));
});

test('an empty bin has no bar, and one instance among many is still seen', () => {
  const path = barsPath([0, 1, 31_000], tallestShare([[0, 1, 31_000]]));

  expect(path).toBe('M1.07 1V0.94H1.93V1ZM2.07 1V0H2.93V1Z');
});

test('without an instance there is nothing to draw', () => {
  expect(tallestShare([[0, 0]])).toBe(0);
  expect(barsPath([0, 0], 0)).toBe('');
});
