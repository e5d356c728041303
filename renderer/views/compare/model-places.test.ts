import { expect, test } from 'vitest';
import { putModel } from './model-places.ts';

test('a model that is not compared yet takes the place', () => {
  expect(putModel(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
  expect(putModel(['a', 'b'], 2, 'c')).toEqual(['a', 'b', 'c']);
});

test('one that is compared already changes places', () => {
  expect(putModel(['a', 'b', 'c'], 0, 'b')).toEqual(['b', 'a', 'c']);
  expect(putModel(['a', 'b', 'c'], 0, 'c')).toEqual(['c', 'b', 'a']);
});

test('a place that is given up is filled from behind', () => {
  expect(putModel(['a', 'b', 'c', 'd'], 2, undefined)).toEqual(['a', 'b', 'd']);
});
