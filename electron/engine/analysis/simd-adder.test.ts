import { expect, test } from 'vitest';
import { bootstrapMeans } from '../../../shared/stats/bootstrap-means.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import {
  createPlainAdder,
  fillDraws,
  LANES,
  type Block,
} from '../../../shared/stats/resampling.ts';
import { createSimdAdder } from './simd-adder.ts';

const random = createRandom(3);
const numbers = (length: number, most: number) =>
  Float64Array.from({ length }, () => Math.floor(random() * most));

test('sums are those of the plain loop, to the last step', () => {
  const blocks: Block[] = [
    { n: 1, columns: [numbers(1, 9)] },
    { n: 37, columns: Array.from({ length: 3 }, () => numbers(37, 1e7)) },
    // as many as there may be, the largest sums that there may be, columns shorter than the block
    { n: 2047, columns: Array.from({ length: LANES }, (_, at) => numbers(2047 - at, 1_049_000)) },
  ];
  const [length, rows] = [2047, 7];
  const adders = [createPlainAdder, createSimdAdder].map((create) => create(blocks, length, rows));
  for (const { draws } of adders) fillDraws(draws, { length, first: 11, rows, seed: 1 });

  blocks.forEach((block, at) => {
    const [plain, simd] = adders.map(({ add, sums }) => {
      add(at, rows);
      return Array.from({ length: rows }, (_, row) => [
        ...sums.subarray(row * LANES, row * LANES + block.columns.length),
      ]);
    });
    expect(simd).toEqual(plain);
  });
});

test('intervals are those of the plain loop', () => {
  const samples = Array.from({ length: 23 }, (_, at) => ({
    values: Float64Array.from({ length: 150 + at }, random),
    drawnFrom: 160 + at,
  }));

  const simd = bootstrapMeans(samples, { resamples: 500, createAdder: createSimdAdder });

  expect(simd).toEqual(bootstrapMeans(samples, { resamples: 500 }));
});
