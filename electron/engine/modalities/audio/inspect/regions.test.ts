import { assert, describe, test } from 'vitest';
import { mergeRegions, placeOf } from './regions.ts';

const region = (start: number, end: number) => ({ start, end, count: 1 });

describe('regions', () => {
  test('that lie near each other become one and keep their number', () => {
    const merged = mergeRegions([region(0, 5), region(10, 12), region(30, 31)], 10, 100);

    assert.deepEqual(merged, [{ start: 0, end: 12, count: 2 }, region(30, 31)]);
  });

  test('are merged further until they are few', () => {
    const many = Array.from({ length: 1000 }, (_, i) => region(100 * i, 100 * i + 1));

    const merged = mergeRegions(many, 1, 10);

    assert.isAtMost(merged.length, 10);
    assert.equal(
      merged.reduce((sum, one) => sum + one.count, 0),
      1000,
    );
  });

  test('stand in milliseconds, for 1 ms at least', () => {
    assert.deepEqual(placeOf({ start: 48_000, end: 72_000 }, 48_000), {
      startMs: 1000,
      endMs: 1500,
    });
    assert.deepEqual(placeOf({ start: 48, end: 49 }, 48_000), { startMs: 1, endMs: 2 });
  });
});
