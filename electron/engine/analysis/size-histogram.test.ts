import { expect, test } from 'vitest';
import { sizeHistogram } from './size-histogram.ts';

const all = (sizes: readonly number[]) => Uint32Array.from(sizes.keys());
const histogramOf = (sizes: readonly number[], indexes = all(sizes)) =>
  sizeHistogram(Float64Array.from(sizes), indexes);

test('each whole number has a part of its own where there are few', () => {
  expect(histogramOf([0, 1, 1, 3])).toEqual({
    n: 4,
    median: 1,
    edges: [0, 1, 2, 3],
    counts: [1, 2, 0],
    nAbove: 1, // 98 % of 4 lie below 2.88
  });
});

test('long texts fall into about twenty parts of a round width', () => {
  const { edges, counts, n, nAbove } = histogramOf(Array.from({ length: 1000 }, (_, at) => at));

  // 98 % lie below 979: 980 / 20 = 49 → 50
  expect(edges.slice(0, 3)).toEqual([0, 50, 100]);
  expect(edges.at(-1)).toBe(1000);
  expect(counts.every((count) => count === 50)).toBe(true);
  expect([n, nAbove]).toEqual([1000, 0]);
});

test('one that is far longer than all others does not flatten them', () => {
  const { edges, nAbove } = histogramOf([...Array.from({ length: 100 }, () => 10), 1_000_000]);

  expect(edges.at(-1)).toBe(11);
  expect(nAbove).toBe(1);
});

test('only the instances meant are counted, and those without the side are not', () => {
  expect(histogramOf([5, Number.NaN, 7, 7], Uint32Array.of(0, 1, 2)).n).toBe(2);
  expect(histogramOf([Number.NaN], Uint32Array.of(0))).toEqual({
    n: 0,
    edges: [],
    counts: [],
    nAbove: 0,
  });
});
