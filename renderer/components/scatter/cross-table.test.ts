import { expect, test } from 'vitest';
import { bandArea, crossTable } from './cross-table.ts';
import { createPointIndex } from './point-index.ts';
import { SPREAD_BINS, spreadOf } from './spread.ts';

const steps = Array.from({ length: 11 }, (_, step) => step / 10);
const points = {
  as: Float64Array.from(steps.flatMap((a) => steps.map(() => a))),
  bs: Float64Array.from(steps.flatMap(() => steps)),
};

test('every cell of the table counts what brushing it brings', () => {
  const index = createPointIndex(points);

  crossTable(points).forEach((row, bandA) =>
    row.forEach((count, bandB) =>
      expect(index.inside(bandArea(bandA, bandB)).length, `${bandA} ${bandB}`).toBe(count),
    ),
  );
});

test('the bars at the edges count every value once, 1 in the last', () => {
  const spread = spreadOf(Float64Array.of(0, 0.04, 0.56, 0.96, 1));

  expect(spread.reduce((sum, count) => sum + count, 0)).toBe(5);
  // 0 | 0.04 = 1/25 | 0.56 = 14/25 | 0.96 = 24/25 and 1
  expect([spread[0], spread[1], spread[14], spread[SPREAD_BINS - 1]]).toEqual([1, 1, 1, 2]);
});

test('of a part of the values only that part is counted', () => {
  expect(spreadOf(Float64Array.of(0, 0.5, 1), Uint32Array.of(1))[12]).toBe(1);
});
