import { expect, test } from 'vitest';
import { createPlaces } from './places.ts';

const left = { series: 0, category: 0 };
const right = { series: 0, category: 1 };

function twoBars() {
  const places = createPlaces();
  places.note(left, { x: 0, y: 10, width: 20, height: 90 });
  places.note(right, { x: 30, y: 60, width: 20, height: 40 });
  return places;
}

test('the point under the pointer is meant', () => {
  expect(twoBars().nearest(35, 80)).toEqual(right);
});

test('beside the points the nearer one within reach is meant, and none far away', () => {
  const places = twoBars();

  expect(places.nearest(23, 50)).toEqual(left);
  expect(places.nearest(28, 80)).toEqual(right);
  expect(places.nearest(100, 80)).toBeUndefined();
});

test('a cleared chart has no places', () => {
  const places = twoBars();

  places.clear();

  expect(places.get(left)).toBeUndefined();
  expect(places.nearest(5, 50)).toBeUndefined();
});
