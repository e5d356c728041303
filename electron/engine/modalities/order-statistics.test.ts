import { assert, describe, test } from 'vitest';
import { clip, median, percentile } from './order-statistics.ts';
import { percentileOfPositive } from './audio/radix-select.ts';

describe('percentile', () => {
  test('lies between neighbours', () => {
    // position 0.25 · 3 = 0.75 between 1 and 2
    assert.equal(percentile([4, 1, 3, 2], 25), 1.75);
    assert.equal(percentile([4, 1, 3, 2], 0), 1);
    assert.equal(percentile([4, 1, 3, 2], 100), 4);
  });

  test('of nothing is 0', () => {
    assert.equal(percentile([], 50), 0);
  });

  test('at 50 is the median, the mean of two middles', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([9, 1, 5, 7]), 6);
  });

  test('found without sorting is the one found by sorting', () => {
    const values = Float32Array.from({ length: 999 }, (_, i) => Math.abs(Math.sin(i * i)) ** 9);

    for (const percent of [0, 5, 50, 95, 99.9, 100]) {
      assert.approximately(
        percentileOfPositive(values, percent),
        percentile(values, percent),
        1e-12,
      );
    }
    assert.equal(percentileOfPositive(new Float32Array(9), 95), 0);
    assert.equal(percentileOfPositive(new Float32Array(0), 95), 0);
  });
});

test('clip keeps what lies inside', () => {
  assert.deepEqual(
    [-2, 0.5, 2].map((value) => clip(value, 0, 1)),
    [0, 0.5, 1],
  );
});
