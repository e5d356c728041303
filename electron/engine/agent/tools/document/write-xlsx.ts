import ExcelJs from 'exceljs';
import type { Sheet } from './tables.ts';

/** A workbook with one sheet a table, the head bold and standing. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const book = new ExcelJs.Workbook();
  const names = new Set<string>();
  for (const [index, { name, columns, rows }] of sheets.entries()) {
    const sheet = book.addWorksheet(freeName(name, index + 1, names), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.addRow(columns).font = { bold: true };
    sheet.addRows(rows.map((row) => [...row]));
    for (const [at, column] of columns.entries()) {
      const lengths = rows.slice(0, 200).map((row) => String(row[at] ?? '').length);
      sheet.getColumn(at + 1).width = Math.min(48, Math.max(8, column.length, ...lengths) + 2);
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Sheets have short names, without some signs, each once. */
function freeName(name: string, number: number, taken: Set<string>): string {
  const plain = name
    .replace(/[*?:/\\[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 28);
  const wanted = plain === '' ? `Sheet ${number}` : plain;
  const free = taken.has(wanted.toLowerCase()) ? `${wanted} ${number}` : wanted;
  taken.add(free.toLowerCase());
  return free;
}
