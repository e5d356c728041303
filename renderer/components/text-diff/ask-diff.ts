import type { ReadingBlock } from '../../../shared/interleave/reading.ts';
import type { BlocksDiff } from './diff-blocks.ts';
import type { DiffAnswer, DiffQuestion } from './text-diff.worker.ts';
import DiffWorker from './text-diff.worker.ts?worker';

const IDLE_MS = 20_000;
let worker: Worker | undefined;
let count = 0;
let idle: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<number, (diff: BlocksDiff) => void>();

/** Compares `own` with `other` in a worker, which is started when needed and ends when idle. */
export function askDiff(
  own: readonly ReadingBlock[],
  other: readonly ReadingBlock[],
): Promise<BlocksDiff> {
  clearTimeout(idle);
  worker ??= start();
  const id = ++count;
  worker.postMessage({ id, own, other } satisfies DiffQuestion);
  return new Promise((resolve) => void waiting.set(id, resolve));
}

function start(): Worker {
  const started = new DiffWorker();
  started.onmessage = ({ data: { id, diff } }: MessageEvent<DiffAnswer>) => {
    waiting.get(id)?.(diff);
    waiting.delete(id);
    if (waiting.size > 0) return;
    idle = setTimeout(() => {
      started.terminate();
      worker = undefined;
    }, IDLE_MS);
  };
  return started;
}
