import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centre, fit, keepInside, stepScale, zoomAt } from './zoom.ts';

const pane = { width: 400, height: 300 };

test('a large picture is fitted whole, a small one is not enlarged unless asked', () => {
  // 400 / 1000 = 0.4 ; 300 / 500 = 0.6 → 0.4
  expect(fit({ width: 1000, height: 500 }, pane)).toEqual({ scale: 0.4, x: 0, y: 50 });
  expect(fit({ width: 100, height: 50 }, pane)).toEqual({ scale: 1, x: 150, y: 125 });
  expect(fit({ width: 100, height: 50 }, pane, true)).toEqual({ scale: 4, x: 0, y: 50 });
});

test('zooming keeps the point under the pointer where it is', () => {
  const picture = { width: 4000, height: 3000 };
  const before = centre(picture, pane, 1);
  const at = { x: 120, y: 90 };

  const after = zoomAt(before, 2, at, picture, pane);

  const pointBefore = (at.x - before.x) / before.scale;
  expect((at.x - after.x) / after.scale).toBeCloseTo(pointBefore, 9);
});

test('a picture never leaves a gap on one side only', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -5000, max: 5000, noNaN: true }),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (x, scale) => {
        const picture = { width: 300, height: 200 };
        const kept = keepInside({ x, y: x / 2, scale }, picture, pane);
        const right = kept.x + picture.width * scale;
        const isCentred = Math.abs(kept.x - (pane.width - right)) < 1e-6;
        return isCentred || (kept.x <= 1e-9 && right >= pane.width - 1e-6);
      },
    ),
  );
});

test('steps go to handy scales and beyond the last one', () => {
  expect(stepScale(0.37, 1)).toBe(0.5);
  expect(stepScale(1, -1)).toBe(0.75);
  expect(stepScale(32, 1)).toBe(48);
});
