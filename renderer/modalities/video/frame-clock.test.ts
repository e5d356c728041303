import { expect, test } from 'vitest';
import { frameDuration, neighbourTime } from './frame-clock.ts';

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

test('a step goes to the middle of the next frame and stops at both ends', () => {
  // frame 10 of 25 a second is shown at 0.4; frame 11 reaches from 0.44 to 0.48
  expect(neighbourTime(0.4, 1, 1 / 25, 2)).toBeCloseTo(0.46, 9);
  expect(neighbourTime(0.4, -1, 1 / 25, 2)).toBeCloseTo(0.38, 9);
  expect(neighbourTime(0, -1, 1 / 25, 2)).toBe(0);
  expect(neighbourTime(1.99, 1, 1 / 25, 2)).toBeCloseTo(1.98, 9);
});

test('stepping forward frame by frame visits each frame once', () => {
  const frame = 1 / 29.97;
  let shown = 0;
  for (let index = 1; index <= 200; index++) {
    const target = neighbourTime(shown, 1, frame, 100);
    shown = Math.floor(target / frame) * frame; // what a decoder shows at that time
    expect(Math.round(shown / frame)).toBe(index);
  }
});
