// Reads CSV, TSV and XLSX to rows of strings; runs in a worker.
import Papa from 'papaparse';
import type { CellValue, Workbook } from 'exceljs';
import { decodeText } from '../../parts/fetch-bytes.ts';
import { lockedReason } from '../office-container.ts';

/** One sheet; rows may be shorter than the widest. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Rows that the file has beyond those read. */
  readonly rowsLeftOut: number;
}

export const MOST_ROWS = 200_000;
const MOST_COLUMNS = 2_000;

/**
 * Reads the bytes of a table.
 *
 * @throws Error with a sentence: a password, damaged data
 */
export async function readTable(
  format: 'csv' | 'tsv' | 'xlsx',
  bytes: ArrayBuffer,
): Promise<readonly Sheet[]> {
  if (format !== 'xlsx')
    return [readDelimited(decodeText(bytes), format === 'tsv' ? '\t' : undefined)];
  const reason = lockedReason(bytes);
  if (reason !== undefined) throw new Error(reason);
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`The reader for tables says: ${message}`, { cause: error });
  }
}

/** @param delimiter  undefined: found out from the text (a `.csv` may hold semicolons) */
export function readDelimited(text: string, delimiter: string | undefined): Sheet {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiter ?? '',
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 1,
  });
  return toSheet('', data, data.length > MOST_ROWS ? countLines(text) - MOST_ROWS : 0);
}

/** @throws Error when it is no workbook */
export async function readWorkbook(bytes: ArrayBuffer): Promise<Sheet[]> {
  const { default: Excel } = await import('exceljs');
  const book: Workbook = new Excel.Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      if (number > MOST_ROWS) return;
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (column <= MOST_COLUMNS) cells[column - 1] = cellText(cell.value);
      });
      rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
    });
    const filled = Array.from(rows, (row) => row ?? []);
    return toSheet(sheet.name, filled, Math.max(0, sheet.rowCount - MOST_ROWS));
  });
}

function toSheet(name: string, all: readonly (readonly string[])[], rowsLeftOut: number): Sheet {
  const rows = all.length > MOST_ROWS ? all.slice(0, MOST_ROWS) : all;
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, Math.min(row.length, MOST_COLUMNS));
  return { name, rows, columns, rowsLeftOut };
}

/** A cell as people read it: results instead of formulas, text without its style. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z')
      ? text.slice(0, 10)
      : text.slice(0, 19).replace('T', ' ');
  }
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value)
    return typeof value.text === 'string' ? value.text : cellText(value.text);
  if ('result' in value) return cellText(value.result);
  if ('formula' in value) return `=${value.formula}`;
  return '';
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.endsWith('\n') ? lines - 1 : lines;
}
