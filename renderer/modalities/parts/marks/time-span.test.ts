import { expect, test } from 'vitest';
import { spanOf } from './time-span.ts';

test('a range lies where its time is, and is cut at the ends of what is seen', () => {
  const mark = { startMs: 2_000, endMs: 4_000 };

  expect(spanOf(mark, { fromS: 0, toS: 10 })).toEqual({ left: 0.2, right: 0.6 });
  expect(spanOf(mark, { fromS: 3, toS: 5 })).toEqual({ left: 0, right: 0.5 });
  expect(spanOf(mark, { fromS: 5, toS: 9 })).toBeUndefined();
});

test('nothing is drawn while the length is not known', () => {
  expect(spanOf({ startMs: 0, endMs: 10 }, { fromS: 0, toS: 0 })).toBeUndefined();
});
