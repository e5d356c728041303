import { fetchBytes } from '../../../parts/fetch-bytes.ts';
import type { RowsBy, SheetComparison } from './compare-sheets.ts';
import type { ReadTable, SheetsAnswer, SheetsQuestion } from './sheets.worker.ts';
import SheetsWorker from './sheets.worker.ts?worker';

/** The tables of a comparison; `close` ends the worker that holds them. */
export interface OpenSheets {
  readonly tables: readonly ReadTable[];
  readonly compare: (
    sheets: readonly (readonly [table: number, sheet: number])[],
    by: RowsBy,
  ) => Promise<SheetComparison>;
  readonly close: () => void;
}

/** Reads tables in a worker that keeps them, to compare their sheets as often as is asked. */
export async function openSheets(
  files: readonly { readonly url: string; readonly format: 'csv' | 'tsv' | 'xlsx' }[],
  signal: AbortSignal,
): Promise<OpenSheets> {
  const read = await Promise.all(
    files.map(async ({ url, format }) => ({
      format,
      bytes: (await fetchBytes(url, signal)).bytes,
    })),
  );
  const worker = new SheetsWorker();
  let asked = 0;
  const ask = (
    question: SheetsQuestion extends infer Q
      ? Q extends SheetsQuestion
        ? Omit<Q, 'id'>
        : never
      : never,
    transfer: Transferable[] = [],
  ) =>
    new Promise<SheetsAnswer>((resolve, reject) => {
      const id = (asked += 1);
      const onMessage = ({ data }: MessageEvent<SheetsAnswer>) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', onMessage);
        if (data.kind === 'failed') reject(new Error(data.message));
        else resolve(data);
      };
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', (event) =>
        reject(new Error(event.message || 'The reader for tables stopped.')),
      );
      worker.postMessage({ ...question, id }, transfer);
    });
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  const first = await ask(
    { kind: 'read', files: read },
    read.map(({ bytes }) => bytes),
  );
  return {
    tables: first.kind === 'read' ? first.tables : [],
    async compare(sheets, by) {
      const answer = await ask({ kind: 'compare', sheets, by });
      if (answer.kind !== 'compare') throw new Error('The comparison was not answered.');
      return answer.comparison;
    },
    close: () => worker.terminate(),
  };
}
