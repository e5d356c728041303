import { expect, test } from 'vitest';
import type { Distribution } from '../../../../shared/model/distribution.ts';
import { placeText } from './place-text.ts';

const of = (n: number, below: number, equal: number): Distribution => ({
  model: 'Alpha',
  metric: 'StS',
  bins: [],
  n,
  nUnscored: 0,
  place: { value: 0.5, below, equal, percentile: (below + equal / 2) / n },
});

test('a figure is compared with the others of its model', () => {
  // 5 figures: 1 below, 2 equal beside itself, 1 above → of the other 4: 25 %, 25 %, 50 %
  expect(placeText(of(5, 1, 3))).toBe(
    'Higher than 25 %, lower than 25 %, the same as 50 % of the other 4 StS figures of Alpha',
  );
});

test('almost all are not called all', () => {
  expect(placeText(of(1001, 997, 1))).toBe(
    'Higher than more than 99 %, lower than less than 1 % of the other 1,000 StS figures of Alpha',
  );
});

test('nothing is said of a figure that has no place', () => {
  const { place: _, ...without } = of(3, 1, 1);

  expect(placeText(without)).toBeUndefined();
});
