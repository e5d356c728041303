import { expect, test } from 'vitest';
import { frameDuration } from './frame-clock.ts';

test('the length of a frame is learned although frames were left out', () => {
  // 25 frames a second, with frames 2 and 5 to 7 not shown
  const times = [0, 1, 3, 4, 8, 9, 10].map((frame) => frame / 25);

  expect(frameDuration(times)).toBe(1 / 25);
});

test('a rate near a usual one is that one, another is kept', () => {
  expect(frameDuration([0, 0.0334, 0.0667, 0.1])).toBeCloseTo(1 / 29.97, 4);
  expect(frameDuration([0, 0.1, 0.2])).toBeCloseTo(0.1, 9);
  expect(frameDuration([0.5])).toBeUndefined();
  expect(frameDuration([0.5, 0.5, 0.4])).toBeUndefined();
});
