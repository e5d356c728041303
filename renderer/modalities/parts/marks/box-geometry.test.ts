import { expect, test } from 'vitest';
import { boxBetween, CENTRE_BOX, isDrawn, nudged } from './box-geometry.ts';

test('a box is the same whichever corner it was drawn from, and ends with the picture', () => {
  const box = { x: 0.2, y: 0.1, w: 0.3, h: 0.4 };

  expect(boxBetween({ x: 0.2, y: 0.1 }, { x: 0.5, y: 0.5 })).toEqual(box);
  expect(boxBetween({ x: 0.5, y: 0.1 }, { x: 0.2, y: 0.5 })).toEqual(box);
  expect(boxBetween({ x: -3, y: 0.5 }, { x: 0.25, y: 9 })).toEqual({
    x: 0,
    y: 0.5,
    w: 0.25,
    h: 0.5,
  });
});

test('a click draws no box', () => {
  expect(isDrawn(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.5 }))).toBe(false);
  expect(isDrawn(CENTRE_BOX)).toBe(true);
});

test('arrows move a box up to the edge, and with Shift its size', () => {
  expect(nudged(CENTRE_BOX, -1, 0.1, false)).toEqual({ x: 0, y: 0.45, w: 0.3, h: 0.3 });
  expect(nudged(CENTRE_BOX, 5, -5, true)).toEqual({ x: 0.35, y: 0.35, w: 0.65, h: 0.01 });
});
