import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bringIntoSight,
  centre,
  fit,
  fromRelative,
  keepInside,
  stepScale,
  toRelative,
  zoomAt,
} from './zoom.ts';

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

test('a picture of another size in another pane shows the same part at the same relative scale', () => {
  const small = { width: 200, height: 150 };
  const large = { width: 1600, height: 1200 };
  const wide = { width: 800, height: 600 };
  const [fitSmall, fitLarge] = [fit(small, pane, true), fit(large, wide, true)];
  // three times the fitted scale, the point (0.25, 0.75) in the middle
  const zoom = { scale: 3, x: 0.25, y: 0.75 };

  const placed = fromRelative(zoom, fitLarge, large, wide);
  const told = toRelative(placed, fitLarge, large, wide);
  const followed = fromRelative(told, fitSmall, small, pane);

  expect(placed.scale).toBeCloseTo(1.5, 9); // 800 / 1600 · 3
  expect(followed.scale).toBeCloseTo(6, 9); // 400 / 200 · 3
  expect((pane.width / 2 - followed.x) / (small.width * followed.scale)).toBeCloseTo(0.25, 9);
  expect((pane.height / 2 - followed.y) / (small.height * followed.scale)).toBeCloseTo(0.75, 9);
});

test('what is told and followed in the same pane changes nothing', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.2, max: 30, noNaN: true }),
      (x, y, scale) => {
        const picture = { width: 640, height: 480 };
        const fitted = fit(picture, pane);
        const placed = fromRelative({ scale, x, y }, fitted, picture, pane);
        const again = fromRelative(
          toRelative(placed, fitted, picture, pane),
          fitted,
          picture,
          pane,
        );
        expect(again.x).toBeCloseTo(placed.x, 6);
        expect(again.y).toBeCloseTo(placed.y, 6);
        expect(again.scale).toBeCloseTo(placed.scale, 9);
      },
    ),
  );
});

test('a part that is out of sight is brought to the middle; one that is seen moves nothing', () => {
  const picture = { width: 1000, height: 1000 };
  const corner = { x: 0, y: 0, scale: 1 }; // 400 × 300 of the upper left are seen

  const seen = bringIntoSight(corner, { x: 0.1, y: 0.1, w: 0.2, h: 0.2 }, picture, pane);
  const moved = bringIntoSight(corner, { x: 0.5, y: 0.5, w: 0.1, h: 0.1 }, picture, pane);
  const atEnd = bringIntoSight(corner, { x: 0.9, y: 0.9, w: 0.1, h: 0.1 }, picture, pane);

  expect(seen).toBe(corner);
  // its middle is (550, 550), the pane's (200, 150)
  expect(moved).toEqual({ scale: 1, x: -350, y: -400 });
  expect(atEnd).toEqual({ scale: 1, x: -600, y: -700 });
});

test('a part that is larger than the pane is made smaller until it is seen', () => {
  const picture = { width: 1000, height: 1000 };
  const close = { x: -2000, y: -2000, scale: 4 };

  const seen = bringIntoSight(close, { x: 0, y: 0.4, w: 0.2, h: 0.2 }, picture, pane);

  // 200 × 200 in 85 % of 400 × 300: 255 / 200 = 1.275; it begins at the left edge
  expect(seen.scale).toBeCloseTo(1.275, 12);
  expect(seen.x).toBe(0);
  expect(seen.y).toBeCloseTo(150 - 500 * 1.275, 9);
});
