import { expect, test } from 'vitest';
import { largestOf, shortKey } from './brushed-list.ts';

const points = {
  keys: ['f/s/1', 'f/s/2', 'f/s/3', 'f/s/4'],
  as: Float64Array.of(0.5, 0.2, 1, 0.1),
  bs: Float64Array.of(0.5, 0.8, 0.4, 0.7),
};

test('the largest difference comes first, whichever model is better; equal ones by their order', () => {
  // differences: 0, −0.6, 0.6, −0.6
  const listed = largestOf(points, Uint32Array.of(3, 0, 2, 1), 3);

  expect(listed.map(({ key }) => key)).toEqual(['f/s/2', 'f/s/3', 'f/s/4']);
  expect(listed[0]).toEqual({ key: 'f/s/2', a: 0.2, b: 0.8, delta: 0.2 - 0.8 });
});

test('a key is shown without its field', () => {
  expect(shortKey('natural_science/chemistry/301/2')).toBe('chemistry / 301 / 2');
});
