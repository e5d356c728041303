import ExcelJS from 'exceljs';
import { refixedZip } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly widths?: readonly number[];
}

/** A workbook with a styled, frozen header row; formulas are strings that begin with `=`. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(Date.UTC(2025, 0, 1));
  book.modified = book.created;
  book.creator = 'make-samples';
  book.lastModifiedBy = 'make-samples';
  for (const one of sheets) {
    const sheet = book.addWorksheet(one.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = one.header.map((header, i) => ({ header, width: one.widths?.[i] ?? 14 }));
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9EDF2' } };
    for (const row of one.rows) sheet.addRow(row.map((cell) => cellOf(cell)));
  }
  return refixedZip(new Uint8Array(await book.xlsx.writeBuffer()));
}

// `=SUM(B2:B4)|12` is a formula with its computed result behind the bar, for viewers that do not compute
function cellOf(cell: string | number): ExcelJS.CellValue {
  if (typeof cell === 'number' || !cell.startsWith('=')) return cell;
  const [formula = '', result = '0'] = cell.slice(1).split('|');
  return { formula, result: Number(result) };
}
