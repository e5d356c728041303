import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../log.ts';
import type { JobQueue, JobResult } from './queue.ts';
import { createWorkerPool } from './worker-pool.ts';

const LIMIT_MS = 60_000;
const script = new URL('../../../tests/builders/hanging.worker.ts', import.meta.url);

function openPool(concurrency: number) {
  const queue = createWorkerPool({
    concurrency,
    log: createLog('silent'),
    script,
    heapMb: 128, // a larger one takes seconds to fill
  });
  onTestFinished(() => queue.close());
  const results: JobResult[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  queue.onResult((result) => {
    results.push(result);
    for (const { count, resolve } of waiting) if (results.length >= count) resolve();
  });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      waiting.push({ count, resolve });
      if (results.length >= count) resolve();
    });
  return { queue, results, until };
}

function submit(queue: JobQueue, path: string, timeLimitMs = 30_000): void {
  queue.submit({ kind: 'hash', jobId: path, path, timeLimitMs });
}

const idsOf = (results: readonly JobResult[]) => results.map(({ jobId }) => jobId);
const codeOf = (result: JobResult | undefined) =>
  result?.kind === 'outcome' && result.outcome.status === 'unscored'
    ? result.outcome.code
    : result?.kind;

test(
  'a job that never ends is ended, and the worker behind it does the next',
  async () => {
    const { queue, results, until } = openPool(1);

    submit(queue, 'hang', 1500);
    submit(queue, 'next');
    await until(2);

    expect(idsOf(results)).toEqual(['hang', 'next']);
    expect(results[0]).toMatchObject({
      outcome: { code: 'timeout', reason: 'It took longer than 1.5 s and was ended.' },
    });
    expect(results[1]).toMatchObject({ kind: 'hashed', contentHash: 'next' });
  },
  LIMIT_MS,
);

test(
  'a job that throws, and one that fills the memory, fail alone',
  async () => {
    const { queue, results, until } = openPool(1);

    for (const path of ['throw', 'fill memory', 'next']) submit(queue, path);
    await until(3);

    expect(results.map(codeOf)).toEqual(['worker-ended', 'worker-ended', 'hashed']);
    expect(results[0]).toMatchObject({
      outcome: { reason: 'The worker broke down on it: out of paper.' },
    });
    expect(results[1]).toMatchObject({
      outcome: { reason: 'The worker ran out of memory on it.' },
    });
  },
  LIMIT_MS,
);

test(
  'a paused queue begins nothing, and a cancelled one forgets what it had',
  async () => {
    const { queue, results, until } = openPool(2);

    queue.pause();
    for (const path of ['a', 'b']) submit(queue, path);
    queue.cancel();
    submit(queue, 'c');
    expect(results).toEqual([]);
    queue.resume();
    await until(1);
    submit(queue, 'hang');
    queue.cancel();
    for (const path of ['d', 'e']) submit(queue, path);
    await until(3);

    expect(idsOf(results).toSorted()).toEqual(['c', 'd', 'e']);
  },
  LIMIT_MS,
);
