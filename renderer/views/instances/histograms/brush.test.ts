import { expect, test } from 'vitest';
import { binAt, boundsOf, brushOver, moveEnd, sharesOf } from './brush.ts';

const edges = [0, 0.25, 0.5, 0.75, 1];

test('a drag takes the bins between its ends, in either direction', () => {
  expect(brushOver(binAt(0.3, 4), binAt(0.6, 4))).toEqual({ from: 1, to: 3 });
  expect(brushOver(binAt(0.6, 4), binAt(0.3, 4))).toEqual({ from: 1, to: 3 });
});

test('a drag beyond the ends stays inside', () => {
  expect(binAt(-2, 4)).toBe(0);
  expect(binAt(1, 4)).toBe(3);
});

test('an end on the end of the scale is open, and a brush over everything is no range', () => {
  expect(boundsOf({ from: 1, to: 3 }, edges)).toEqual({ min: 0.25, max: 0.75 });
  expect(boundsOf({ from: 0, to: 2 }, edges)).toEqual({ max: 0.5 });
  expect(boundsOf({ from: 0, to: 4 }, edges)).toEqual({});
});

test('bounds lie where their values are, also of a scale that begins below zero', () => {
  expect(sharesOf({ min: -0.5, max: 0 }, [-1, 0, 1])).toEqual({ from: 0.25, to: 0.5 });
  expect(sharesOf({}, edges)).toEqual({ from: 0, to: 1 });
});

test('arrows move an end by a bin, with Shift by one hundredth', () => {
  expect(moveEnd('min', 'ArrowRight', false, {}, edges)).toEqual({ min: 0.25 });
  expect(moveEnd('min', 'ArrowRight', true, { min: 0.25 }, edges)).toEqual({ min: 0.26 });
  expect(moveEnd('max', 'ArrowLeft', false, { max: 0.26 }, edges)).toEqual({ max: 0.25 });
  expect(moveEnd('max', 'a', false, {}, edges)).toBeUndefined();
});

test('the ends do not pass each other, and Delete opens one again', () => {
  expect(moveEnd('min', 'End', false, { max: 0.5 }, edges)).toEqual({ min: 0.5, max: 0.5 });
  expect(moveEnd('max', 'Delete', false, { min: 0.25, max: 0.5 }, edges)).toEqual({ min: 0.25 });
});
