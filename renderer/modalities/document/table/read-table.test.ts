import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellText, MOST_ROWS, readDelimited, readWorkbook } from './read-table.ts';

const fixtures = join(import.meta.dirname, '../../../../tests/fixtures/media');

test('a CSV keeps quoted commas and quotes; a short row stays short', () => {
  const sheet = readDelimited(readFileSync(join(fixtures, 'table.csv'), 'utf8'), undefined);

  expect(sheet.columns).toBe(3);
  expect(sheet.rows[0]).toEqual(['name', 'formula', 'molar mass, g/mol']);
  expect(sheet.rows[3]).toEqual(['quote "x"', '', '1']);
  expect(sheet.rows[4]).toEqual(['salt', 'NaCl']);
});

test('semicolons are found out, tabs are given, a byte order mark is no part of the first cell', () => {
  expect(readDelimited('\uFEFFa;b\n1;2\n', undefined).rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(readDelimited('a, x\tb\n', '\t').rows).toEqual([['a, x', 'b']]);
});

test('beyond the limit the rows left out are counted', () => {
  const sheet = readDelimited('1,2\n'.repeat(MOST_ROWS + 500), undefined);

  expect(sheet.rows).toHaveLength(MOST_ROWS);
  expect(sheet.rowsLeftOut).toBe(500);
});

test('a workbook gives every sheet, with results, dates and rich text as text', async () => {
  const file = readFileSync(join(fixtures, 'sheet.xlsx'));
  const sheets = await readWorkbook(new Uint8Array(file).buffer);

  expect(sheets.map((sheet) => sheet.name)).toEqual(['Titration', 'Notes & more']);
  expect(sheets[0]?.rows).toHaveLength(61);
  expect(sheets[0]?.rows[1]).toEqual(['0.5', '3', '2026-01-02', '3.5', 'false']);
  expect(sheets[1]?.rows[1]).toEqual(['rich text']);
  expect(sheets[1]?.rows[2]).toEqual(['link']);
});

test('odd cells are text too', () => {
  expect(cellText(null)).toBe('');
  expect(cellText({ error: '#DIV/0!' })).toBe('#DIV/0!');
  expect(cellText(new Date(Date.UTC(2026, 0, 2, 3, 4, 5)))).toBe('2026-01-02 03:04:05');
});
