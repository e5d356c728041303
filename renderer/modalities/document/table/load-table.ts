import { fetchBytes } from '../../parts/fetch-bytes.ts';
import type { Sheet } from './read-table.ts';
import type { TableAnswer, TableQuestion } from './table.worker.ts';
import TableWorker from './table.worker.ts?worker';

/** Reads a table in a worker of its own, which ends with the reading. */
export async function loadTable(
  url: string,
  format: TableQuestion['format'],
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  const { bytes } = await fetchBytes(url, signal);
  const worker = new TableWorker();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('No longer wanted.')), {
        once: true,
      });
      worker.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
        if (data.ok) resolve(data.sheets);
        else reject(new Error(data.message));
      };
      worker.onerror = (event) =>
        reject(new Error(event.message || 'The reader for tables stopped.'));
      worker.postMessage({ format, bytes } satisfies TableQuestion, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
