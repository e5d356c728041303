import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, type DiffRows } from './diff-lines.ts';
import { matchLists } from './match-lists.ts';

const told = (left: string, right: string) => {
  const [a, b] = [left.split(''), right.split('')];
  const rows = diffLines(a, b);
  return Array.from(rows.isSame, (isSame, row) => {
    const [one = '·', other = '·'] = [a[rows.left[row] ?? -1], b[rows.right[row] ?? -1]];
    return isSame === 1 ? one : `${one}→${other}`;
  });
};

test('a line put in stands beside nothing, a changed one beside what it became', () => {
  expect(told('abc', 'abxc')).toEqual(['a', 'b', '·→x', 'c']);
  expect(told('abc', 'ac')).toEqual(['a', 'b→·', 'c']);

  const rows = diffLines(
    ['keep', 'total = first + second', 'end'],
    ['keep', 'a new line of its own', 'total = first + third', 'end'],
  );
  expect([...rows.left]).toEqual([0, -1, 1, 2]);
  expect([...rows.right]).toEqual([0, 1, 2, 3]);
});

const everyLineOnce = (rows: DiffRows, left: readonly string[], right: readonly string[]) => {
  expect([...rows.left].filter((at) => at >= 0)).toEqual(left.map((_, at) => at));
  expect([...rows.right].filter((at) => at >= 0)).toEqual(right.map((_, at) => at));
  rows.isSame.forEach((isSame, row) => {
    const isEqual = left[rows.left[row] ?? -1] === right[rows.right[row] ?? -1];
    if (isSame === 1) expect(isEqual).toBe(true);
  });
};

test('every line of both sides stands in exactly one row, in order, whatever they are', () => {
  const lines = fc.array(fc.constantFrom('a b', 'a c', 'b', '', '}', 'x y z'), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (left, right) => {
      everyLineOnce(diffLines(left, right), left, right);
    }),
  );
});

test('entries that only one side has are no reason to give up', () => {
  const left = Array.from({ length: 200 }, (_, at) => (at % 10 === 0 ? `same ${at}` : `l${at}`));
  const right = Array.from({ length: 200 }, (_, at) => (at % 10 === 0 ? `same ${at}` : `r${at}`));

  const { runs, isExact } = matchLists(left, right, 5);

  expect(isExact).toBe(true);
  expect(runs).toHaveLength(20);
  expect(runs[3]).toEqual({ left: 30, right: 30, count: 1 });
  expect(matchLists(['a', 'b'], ['x', 'y'], 1)).toEqual({ runs: [], isExact: true });
});

test('lists too different for the fewest changes keep what occurs once in both, and say so', () => {
  // blocks of ten, each shuffled in itself by turning it round, but in the same order
  const blocks = Array.from({ length: 20 }, (_, block) =>
    Array.from({ length: 10 }, (_, at) => `${block}.${at}`),
  );
  const left = blocks.flat();
  const right = blocks.flatMap((block) => block.toReversed());

  const matching = matchLists(left, right, 50);

  expect(matching.isExact).toBe(false);
  // one of each block, for the others cross it
  expect(matching.runs.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  expect(matchLists(left, right).isExact).toBe(true);
});

test('fifty thousand lines that stand in another order are compared, in bounds', () => {
  const left = Array.from({ length: 50_000 }, (_, at) => `line ${at}`);
  const right = left.map((_, at) => `line ${(at * 7_919) % 50_000}`);

  const rows = diffLines(left, right);

  expect(rows.isExact).toBe(false);
  everyLineOnce(rows, left, right);
});
