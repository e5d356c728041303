import { expect, test } from 'vitest';
import type { Sheet } from '../read-table.ts';
import { cellDifference } from './cell-difference.ts';
import { compareSheets } from './compare-sheets.ts';

const sheetOf = (...rows: string[]): Sheet => ({
  name: '',
  rows: rows.map((row) => row.split(',')),
  columns: rows.reduce((most, row) => Math.max(most, row.split(',').length), 0),
  rowsLeftOut: 0,
});
const placesOf = ({ places }: { places: Int32Array }) =>
  Array.from({ length: places.length / 2 }, (_, at) => [places[2 * at], places[2 * at + 1]]);

test('a row put in moves no other row, and is one difference', () => {
  const comparison = compareSheets(
    [sheetOf('n,v', 'a,1', 'b,2', 'c,3'), sheetOf('n,v', 'a,1', 'new,9', 'b,2', 'c,4')],
    'content',
  );

  expect([...(comparison.rows[0] ?? [])]).toEqual([0, 1, -1, 2, 3]);
  expect([...(comparison.rows[1] ?? [])]).toEqual([0, 1, 2, 3, 4]);
  expect(placesOf(comparison)).toEqual([
    [2, -1],
    [4, 1],
  ]);
  expect(comparison.cellsThatDiffer).toBe(1);
  expect([...comparison.differs]).toEqual([0, 0, 1, 0, 1]);
});

test('a changed row stands beside what it became, not beside a new one before it', () => {
  const { rows, cellsThatDiffer } = compareSheets(
    [
      sheetOf('acid,1.50,g', 'base,2,g', 'salt,3,g'),
      sheetOf('acid,1.5,g', 'water,9,g', 'base,2,kg', 'salt,3,g'),
    ],
    'content',
  );

  expect(rows.map((list) => [...list])).toEqual([
    [0, -1, 1, 2],
    [0, 1, 2, 3],
  ]);
  expect(cellsThatDiffer).toBe(1);
});

test('by number, everything behind a row put in differs', () => {
  const sheets = [sheetOf('a,1', 'b,2'), sheetOf('x,9', 'a,1', 'b,2')];

  expect(compareSheets(sheets, 'number').cellsThatDiffer).toBe(4);
  expect(compareSheets(sheets, 'content').cellsThatDiffer).toBe(0);
});

test('two others are held against the first, their own rows beside each other', () => {
  const { rows } = compareSheets(
    [sheetOf('a,1', 'b,2'), sheetOf('a,1', 'x,7', 'b,2'), sheetOf('y,8', 'a,1', 'b,2', 'z,9')],
    'content',
  );

  expect(rows.map((list) => [...list])).toEqual([
    [-1, 0, -1, 1, -1],
    [-1, 0, 1, 2, -1],
    [0, 1, -1, 2, 3],
  ]);
});

test.each([
  ['1', '1.0', 'written'],
  ['1,234.50', '1234.5', 'written'],
  [' NaCl ', 'nacl', 'written'],
  ['', undefined, 'same'],
  ['0', '', 'other'],
  ['1', '1.01', 'other'],
  ['0x10', '16', 'other'],
] as const)('%j and %j: %s', (one, other, expected) => {
  expect(cellDifference(one, other)).toBe(expected);
});

test('a hundred thousand rows with one changed cell, and one row taken out, are two differences', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `${at},name ${at},${at * 3}`);
  const changed = rows.with(70_000, '70000,another name,210000').toSpliced(20_000, 1);

  const comparison = compareSheets([sheetOf(...rows), sheetOf(...changed)], 'content');

  expect(placesOf(comparison)).toEqual([
    [20_000, -1],
    [70_000, 1],
  ]);
});
