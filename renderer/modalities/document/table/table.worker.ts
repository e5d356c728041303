import { readTable, type Sheet } from './read-table.ts';

/** What the worker is asked; the bytes are handed over, not copied. */
export interface TableQuestion {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  readonly bytes: ArrayBuffer;
}
export type TableAnswer =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: string };

addEventListener('message', ({ data }: MessageEvent<TableQuestion>) => {
  readTable(data.format, data.bytes).then(
    (sheets) => postMessage({ ok: true, sheets } satisfies TableAnswer),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ ok: false, message } satisfies TableAnswer);
    },
  );
});
