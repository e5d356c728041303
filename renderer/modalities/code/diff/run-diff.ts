import type { TextComparison } from './compare-texts.ts';
import type { DiffAnswer, DiffQuestion } from './diff.worker.ts';
import DiffWorker from './diff.worker.ts?worker';

/** Compares two texts in a worker of its own, which ends with the comparison. */
export async function runDiff(
  question: DiffQuestion,
  signal: AbortSignal,
): Promise<TextComparison> {
  const worker = new DiffWorker();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('No longer wanted.')), {
        once: true,
      });
      worker.onmessage = ({ data }: MessageEvent<DiffAnswer>) => {
        if (data.ok) resolve(data.comparison);
        else reject(new Error(`The texts could not be compared: ${data.message}`));
      };
      worker.onerror = (event) => reject(new Error(event.message || 'The comparison stopped.'));
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
