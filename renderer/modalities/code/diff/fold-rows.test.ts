import { expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';
import { foldRows, hunksOf } from './fold-rows.ts';

const numbers = Array.from({ length: 30 }, (_, at) => `line ${at}`);
const changed = numbers.with(15, 'line fifteen').toSpliced(20, 1);

test('equal stretches become gaps, but for three lines around a change', () => {
  const rows = diffLines(numbers, changed);

  expect(hunksOf(rows)).toEqual([
    { from: 15, to: 16 },
    { from: 20, to: 21 },
  ]);
  const items = foldRows(rows, new Set(), false);
  expect(items[0]).toEqual({ kind: 'gap', from: 0, count: 12 });
  expect(items.at(-1)).toEqual({ kind: 'gap', from: 24, count: 6 });
  // 12…14, 15, 16…19 (no gap: too short), 20, 21…23
  expect(items.slice(1, -1).map((item) => item.kind === 'row' && item.row)).toEqual([
    12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
  ]);
});

test('an opened gap shows its lines, and all of them when all are opened', () => {
  const rows = diffLines(numbers, changed);

  expect(foldRows(rows, new Set([0]), false)[0]).toEqual({ kind: 'row', row: 0, side: 'both' });
  expect(foldRows(rows, 'all', false)).toHaveLength(30);
});

test('inline, what was taken out stands before what was put in', () => {
  const rows = diffLines(['a x y', 'b x y', 'c'], ['a x z', 'b x z', 'c']);

  expect(foldRows(rows, 'all', true)).toEqual([
    { kind: 'row', row: 0, side: 'left' },
    { kind: 'row', row: 1, side: 'left' },
    { kind: 'row', row: 0, side: 'right' },
    { kind: 'row', row: 1, side: 'right' },
    { kind: 'row', row: 2, side: 'both' },
  ]);
});
