import { decodeText } from '../../parts/fetch-bytes.ts';
import { readDelimited, readWorkbook, type Sheet } from './read-table.ts';

/** What the worker is asked; the bytes are handed over, not copied. */
export interface TableQuestion {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  readonly bytes: ArrayBuffer;
}
export type TableAnswer =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: string };

addEventListener('message', ({ data }: MessageEvent<TableQuestion>) => {
  read(data).then(
    (sheets) => postMessage({ ok: true, sheets } satisfies TableAnswer),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ ok: false, message } satisfies TableAnswer);
    },
  );
});

async function read({ format, bytes }: TableQuestion): Promise<readonly Sheet[]> {
  if (format === 'xlsx') return readWorkbook(bytes);
  const text = decodeText(bytes);
  return [readDelimited(text, format === 'tsv' ? '\t' : undefined)];
}
