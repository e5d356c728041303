// Holds the tables of one comparison, so that their rows cross to the page once.
import { readTable, type Sheet } from '../read-table.ts';
import { compareSheets, type RowsBy, type SheetComparison } from './compare-sheets.ts';

export interface TableFile {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  readonly bytes: ArrayBuffer;
}
/** A table, or why it cannot be read. */
export type ReadTable =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: string };

export type SheetsQuestion =
  | { readonly id: number; readonly kind: 'read'; readonly files: readonly TableFile[] }
  | {
      readonly id: number;
      readonly kind: 'compare';
      /** Table and sheet of each side. */
      readonly sheets: readonly (readonly [table: number, sheet: number])[];
      readonly by: RowsBy;
    };
export type SheetsAnswer = { readonly id: number } & (
  | { readonly kind: 'read'; readonly tables: readonly ReadTable[] }
  | { readonly kind: 'compare'; readonly comparison: SheetComparison }
  | { readonly kind: 'failed'; readonly message: string }
);

let tables: readonly ReadTable[] = [];

addEventListener('message', ({ data }: MessageEvent<SheetsQuestion>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ id: data.id, kind: 'failed', message } satisfies SheetsAnswer);
    },
  );
});

async function answer(question: SheetsQuestion): Promise<SheetsAnswer> {
  const { id } = question;
  if (question.kind === 'read') {
    tables = await Promise.all(question.files.map(read));
    return { id, kind: 'read', tables };
  }
  const sheets = question.sheets.flatMap(([table, sheet]) => {
    const found = tables[table];
    return found?.ok === true ? (found.sheets[sheet] ?? []) : [];
  });
  return { id, kind: 'compare', comparison: compareSheets(sheets, question.by) };
}

async function read({ format, bytes }: TableFile): Promise<ReadTable> {
  try {
    return { ok: true, sheets: await readTable(format, bytes) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
