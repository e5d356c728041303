import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';
import { foldRows } from './fold-rows.ts';
import { gapOfRow, itemOfRow, lineAt, rowOfLine } from './marked-rows.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);
const compare = (left: readonly string[], right: readonly string[]) =>
  compareTexts(
    { text: left.join('\n'), hints: undefined },
    { text: right.join('\n'), hints: undefined },
  );

test('a line is found in its row, also where the other side has more before it', () => {
  const comparison = compare(lines(1, 4), ['put in', 'put in too', ...lines(1, 4)]);

  // two rows of the right side alone come first
  expect(rowOfLine(comparison, 'left', 3)).toBe(4);
  expect(rowOfLine(comparison, 'right', 3)).toBe(2);
  expect(rowOfLine(comparison, 'left', 99)).toBeUndefined();
});

test('a line between far equal ones is folded, and its gap is known', () => {
  const comparison = compare(lines(1, 40), ['line 1 is changed', ...lines(2, 40)]);
  const row = rowOfLine(comparison, 'left', 20) ?? -1;

  const folded = foldRows(comparison.rows, new Set(), false);
  const gap = gapOfRow(folded, row);

  expect(itemOfRow(folded, row, 'left')).toBe(-1);
  expect(gap).toBe(4); // the changed row and three around it are drawn
  const opened = foldRows(comparison.rows, new Set([gap ?? -1]), false);
  expect(itemOfRow(opened, row, 'left')).toBe(row);
  expect(gapOfRow(opened, row)).toBeUndefined();
});

test('inline, a changed row is found on its own side', () => {
  const comparison = compare(
    ['the first word here', 'the second word here'],
    ['the first term here', 'the second term here'],
  );

  const items = foldRows(comparison.rows, new Set(), true);

  // −first −second +first +second
  expect(itemOfRow(items, 1, 'left')).toBe(1);
  expect(itemOfRow(items, 1, 'right')).toBe(3);
});

test('the further pieces of a long line belong to the line that was broken', () => {
  const numbers = Int32Array.from([1, 2, 0, 0, 3]);

  expect([0, 1, 2, 3, 4].map((at) => lineAt({ numbers }, at))).toEqual([1, 2, 2, 2, 3]);
});
