import { expect, test } from 'vitest';
import { areaOf, moveCursor, type CursorState } from './move-cursor.ts';

const at = (a: number, b: number, anchor?: readonly [number, number]): CursorState => ({
  cursor: [a, b],
  anchor,
});

test('the first key shows the cursor in the middle', () => {
  expect(moveCursor(undefined, 'ArrowLeft', false)).toEqual(at(0.5, 0.5));
});

test('the arrows move the cursor, and it stops at the ends', () => {
  expect(moveCursor(at(0.5, 0.5), 'ArrowRight', false)).toEqual(at(0.52, 0.5));
  expect(moveCursor(at(0.5, 0.99), 'ArrowUp', false)).toEqual(at(0.5, 1));
  expect(moveCursor(at(0.5, 0.5), 'Home', false)).toEqual(at(0, 0.5));
});

test('with Shift a rectangle is drawn from where the cursor stood', () => {
  const one = moveCursor(at(0.5, 0.5), 'ArrowRight', true);
  const two = one && moveCursor(one, 'PageDown', true);

  expect(two).toEqual(at(0.52, 0.4, [0.5, 0.5]));
  expect(two && areaOf(two)).toEqual({ minA: 0.5, maxA: 0.52, minB: 0.4, maxB: 0.5 });
});

test('without Shift the rectangle is no longer drawn on', () => {
  const moved = moveCursor(at(0.5, 0.5, [0.2, 0.2]), 'ArrowUp', false);

  expect(moved && areaOf(moved)).toBeUndefined();
});

test('other keys are not for the scatter', () => {
  expect(moveCursor(at(0.5, 0.5), 'j', false)).toBeUndefined();
});
