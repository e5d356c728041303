import papaparse from 'papaparse';
import { z } from 'zod';
import type { ToolFailure, ToolRequest } from '../define.ts';
import { badOrder, readData } from '../write-made.ts';

const Cell = z.union([z.string(), z.number().finite(), z.boolean(), z.null()]);
const Sheet = z.object({
  name: z.string().max(200).default(''),
  columns: z.array(z.string()).min(1).max(200),
  rows: z.array(z.array(Cell)).max(20_000),
});
const Records = z.array(z.record(z.string(), Cell)).min(1).max(20_000);
const Book = z.object({ sheets: z.array(Sheet).min(1).max(50) });

/** A named table. */
export type Sheet = z.infer<typeof Sheet>;

/** Tables of an order: from its data, else from its content as CSV. */
export function sheetsOf({ content, data }: ToolRequest): readonly Sheet[] | ToolFailure {
  if (Array.isArray(data)) {
    const read = readData(Records, data, 'list of objects');
    return read.status === 'read' ? [sheetOfRecords(read.value)] : read;
  }
  if (typeof data === 'object' && data !== null && 'sheets' in data) {
    const read = readData(Book, data, 'workbook');
    return read.status === 'read' ? read.value.sheets : read;
  }
  if (data !== undefined && data !== null) {
    const read = readData(Sheet, data, 'table');
    return read.status === 'read' ? [read.value] : read;
  }
  const text = unfenced(content ?? '').trim();
  if (text === '') return badOrder('A table needs "data" or "content" as CSV.');
  const { data: lines } = papaparse.parse<string[]>(text, { skipEmptyLines: true });
  const [columns, ...rows] = lines;
  if (columns === undefined) return badOrder('The content holds no line of CSV.');
  return [{ name: '', columns, rows: rows.map((row) => row.map(cellOf)) }];
}

/** Numbers are numbers, unless writing them anew would change them (telephone numbers, codes). */
function cellOf(text: string): string | number {
  const value = Number(text);
  return text.trim() !== '' && String(value) === text.trim() ? value : text;
}

function sheetOfRecords(records: z.infer<typeof Records>): Sheet {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => columns.map((column) => record[column] ?? null));
  return { name: '', columns, rows };
}

/** The inside of a text that is one fence as a whole; other texts as they are. */
export function unfenced(text: string): string {
  return /^\s*```[^\n]*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
}

/** CSV as Excel and pandas read it; cells that a spreadsheet would take for a formula stay text. */
export function csvOf({ columns, rows }: Sheet): string {
  return `${papaparse.unparse([columns, ...rows], { newline: '\n', escapeFormulae: true })}\n`;
}
