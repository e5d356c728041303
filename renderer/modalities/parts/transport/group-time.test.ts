import { expect, test } from 'vitest';
import { groupDuration, isPlayingTime, regionBetween, startOf } from './group-time.ts';

test('the clock begins with the earliest, whatever the offsets are', () => {
  const early = { offsetS: -2, durationS: 5 };
  const late = { offsetS: 1, durationS: 4 };
  const all = [early, late];

  expect([startOf(early, all), startOf(late, all)]).toEqual([0, 3]);
  expect(groupDuration(all)).toBe(7);
});

test('a clip without length makes no time and never plays', () => {
  const empty = { offsetS: 0, durationS: 0 };

  expect(groupDuration([empty])).toBe(0);
  expect(groupDuration([])).toBe(0);
  expect(isPlayingTime(empty, 0)).toBe(false);
});

test('a medium plays between its ends only', () => {
  const clip = { offsetS: 0, durationS: 2 };

  expect([-0.1, 0, 1.9, 2].map((ownS) => isPlayingTime(clip, ownS))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a region is put in order and inside; a click is none', () => {
  expect(regionBetween(3, 1, 10)).toEqual({ fromS: 1, toS: 3 });
  expect(regionBetween(8, 12, 10)).toEqual({ fromS: 8, toS: 10 });
  expect(regionBetween(3, 3.01, 10)).toBeUndefined();
});
