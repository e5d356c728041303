import { expect, test } from 'vitest';
import type { PlacedMark } from '../../define.ts';
import { inLanes, spanOfLines, stepLines } from './line-lanes.ts';

function mark(number: number, from: number, to: number): PlacedMark {
  const place = { kind: 'lines', tag: 'code1', from, to } as const;
  return { id: String(number), number, label: '', isStale: false, mark: place };
}
const lanes = (...marks: PlacedMark[]) => inLanes(marks).map(({ number, lane }) => [number, lane]);

test('marks that follow each other share a lane, those that overlap stand beside each other', () => {
  expect(lanes(mark(1, 1, 3), mark(2, 4, 9))).toEqual([
    [1, 0],
    [2, 0],
  ]);
  // 2 begins first; 1 lies in it; 3 begins where 2 is over, but 1 is not
  expect(lanes(mark(1, 4, 9), mark(2, 1, 6), mark(3, 7, 7))).toEqual([
    [2, 0],
    [1, 1],
    [3, 0],
  ]);
});

test('the fourth of one line shares the last lane', () => {
  expect(lanes(mark(1, 2, 2), mark(2, 2, 2), mark(3, 2, 2), mark(4, 2, 2))).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 2],
  ]);
});

test('marks on anything but lines are left out', () => {
  const item = { ...mark(1, 1, 1), mark: { kind: 'item', tag: 'code1' } } as const;

  expect(lanes(item, mark(2, 5, 5))).toEqual([[2, 0]]);
});

test('a step moves to the line beside what is picked, with Shift it extends it', () => {
  expect(stepLines({ start: 4, end: 4 }, 1, false, 10)).toEqual({ start: 5, end: 5 });
  expect(stepLines({ start: 4, end: 6 }, 1, false, 10)).toEqual({ start: 7, end: 7 });
  expect(stepLines({ start: 6, end: 4 }, -1, false, 10)).toEqual({ start: 3, end: 3 });
  expect(stepLines({ start: 4, end: 6 }, 1, true, 10)).toEqual({ start: 4, end: 7 });
  expect(spanOfLines(stepLines({ start: 4, end: 4 }, -1, true, 10))).toEqual({ from: 3, to: 4 });
});

test('no step leaves the lines that there are', () => {
  expect(stepLines({ start: 1, end: 1 }, -1, false, 3)).toEqual({ start: 1, end: 1 });
  expect(stepLines({ start: 2, end: 3 }, 1, true, 3)).toEqual({ start: 2, end: 3 });
});
