import { expect, test } from 'vitest';
import { diffPages, isSameText } from './diff-pages.ts';
import { pairByNumber, pairPages } from './pair-pages.ts';

const rowsOf = (rows: readonly Int32Array[]) => rows.map((list) => [...list]);
const chapter = (n: number) =>
  Array.from({ length: 40 }, (_, at) => `topic${n}word${at}`).join(' ') + ` page ${n}`;

test('a page put in stands beside nothing, and those behind it beside their own', () => {
  const left = [1, 2, 3, 4].map(chapter);
  const right = [chapter(1), 'an appendix of its own kind', chapter(2), chapter(3), chapter(4)];

  expect(rowsOf(pairPages([left, right]))).toEqual([
    [0, -1, 1, 2, 3],
    [0, 1, 2, 3, 4],
  ]);
});

test('pages without words, and rewritten ones, pair by their order', () => {
  expect(
    rowsOf(
      pairPages([
        ['', chapter(2), ''],
        ['', 'something else', ''],
      ]),
    ),
  ).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
});

test('by number a shorter document ends in gaps', () => {
  expect(rowsOf(pairByNumber([3, 1]))).toEqual([
    [0, 1, 2],
    [0, -1, -1],
  ]);
});

test('five hundred pages are paired', () => {
  const pages = Array.from({ length: 500 }, (_, at) => chapter(at));

  const [base, other] = pairPages([pages, pages.toSpliced(100, 1)]);

  expect(base).toHaveLength(500);
  expect(other?.[100]).toBe(-1);
  expect(other?.[499]).toBe(498);
});

test('words that differ are found by their places, words of one line as one stretch', () => {
  const left = 'The acid turned red.\nIt was left over night.';
  const right = 'The acid turned deep blue.\nIt was left over night.';

  const { left: out, right: put, ...counts } = diffPages(left, right);

  expect(out.map(({ start, end }) => left.slice(start, end))).toEqual(['red']);
  expect(put.map(({ start, end }) => right.slice(start, end))).toEqual(['deep blue']);
  expect(counts).toEqual({ out: 1, put: 2, isExact: true });
});

test('other line breaks are no difference', () => {
  expect(isSameText('one two\nthree', 'one\ntwo three')).toBe(true);
  expect(diffPages('one two\nthree', 'one\ntwo three')).toMatchObject({ out: 0, put: 0 });
});
