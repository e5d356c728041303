import { expect, test } from 'vitest';
import { moved, timeMarks, zoomed } from './time-view.ts';

test('zooming keeps the time under the pointer where it is', () => {
  // 3 of 0…10 stands at 30 %; twice as near it is 30 % of 5 s from the left: 1.5
  expect(zoomed({ fromS: 0, toS: 10 }, 2, 3, 10)).toEqual({ fromS: 1.5, toS: 6.5 });
  expect(zoomed({ fromS: 1.5, toS: 6.5 }, 0.1, 3, 10)).toEqual({ fromS: 0, toS: 10 });
});

test('moving stops at both ends and keeps the length', () => {
  expect(moved({ fromS: 4, toS: 6 }, 10, 10)).toEqual({ fromS: 8, toS: 10 });
  expect(moved({ fromS: 4, toS: 6 }, -10, 10)).toEqual({ fromS: 0, toS: 2 });
});

test('a scale has round times and few of them', () => {
  expect(timeMarks({ fromS: 0, toS: 7200 }, 8)).toEqual([0, 1800, 3600, 5400, 7200]);
  expect(timeMarks({ fromS: 0.95, toS: 2.1 }, 6)).toEqual(
    [1, 1.2, 1.4, 1.6, 1.8, 2].map((s) => expect.closeTo(s, 9) as number),
  );
});
