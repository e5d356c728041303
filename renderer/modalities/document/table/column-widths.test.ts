import { expect, test } from 'vitest';
import { columnName, columnWidths, isNumeric } from './column-widths.ts';

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test('a column is as wide as its widest cell, within limits', () => {
  // 10 characters · 7.5 + 22 = 97
  expect(columnWidths([['a', 'x'.repeat(10)], ['', 'y'.repeat(500)], []], 3)).toEqual([
    48, 320, 48,
  ]);
  expect(columnWidths([['x'.repeat(10)]], 1)).toEqual([97]);
});

test('numbers are known, dates and words are not', () => {
  expect(['12', '-3.5', '1,234.00', '45 %', '1e-9'].every(isNumeric)).toBe(true);
  expect(['', '-', 'abc', '2026-01-02', 'H2O'].some(isNumeric)).toBe(false);
});
