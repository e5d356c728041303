import { expect, test } from 'vitest';
import { restOfCard } from './stepping-pace.ts';

test('cards of an instance that was come to in a hurry rest longer, all of them alike', () => {
  const calm = restOfCard(10_000);
  expect(restOfCard(10_030)).toEqual(calm);
  const quick = restOfCard(10_200);
  expect(quick.light).toBeGreaterThan(calm.light);
  expect(restOfCard(10_240)).toEqual(quick);
  expect(restOfCard(12_000)).toEqual(calm);
});
