import { Piscina } from 'piscina';
import type { Log } from '../log.ts';
import type { Job, JobQueue, JobResult } from './queue.ts';

export interface WorkerPoolOptions {
  readonly concurrency: number;
  readonly log: Log;
  /** The thread's script, which exports `runJob`; ours when absent. */
  readonly script?: URL;
  /** Of JavaScript objects in a thread; arrays of samples and pixels are outside of it. */
  readonly heapMb?: number;
}

/** As many as may ever be asked for; threads are only started when there is work for them. */
const MAX_THREADS = 64;
const IDLE_MS = 20_000;
const HEAP_MB = 1536;

/**
 * Does jobs in worker threads of this process. Jobs wait here, not in piscina: a time limit counts from
 * a job's start, and a pause takes effect at once.
 */
export function createWorkerPool(options: WorkerPoolOptions): JobQueue {
  const { concurrency, log, script, heapMb = HEAP_MB } = options;
  const pool = new Piscina({
    filename: (script ?? new URL('./score.worker.ts', import.meta.url)).href,
    name: 'runJob',
    minThreads: 0,
    maxThreads: MAX_THREADS,
    idleTimeout: IDLE_MS,
    concurrentTasksPerWorker: 1,
    // waiting by Atomics would hold up what a decoder leaves running behind a job
    atomics: 'disabled',
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // a thread that breaks down with a job fails that job, too; without this it would end the process
  pool.on('error', (error: unknown) => log.warn({ err: error }, 'a scoring thread broke down'));
  const listeners: ((result: JobResult) => void)[] = [];
  const waiting: Job[] = [];
  const running = new Map<Job, AbortController>();
  let limit = concurrency;
  let isPaused = false;
  let isClosed = false;

  function next(): void {
    while (!isPaused && !isClosed && running.size < limit) {
      const job = waiting.shift();
      if (job === undefined) return;
      void begin(job);
    }
  }

  async function begin(job: Job): Promise<void> {
    const abort = new AbortController();
    running.set(job, abort);
    const start = performance.now();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      abort.abort();
    }, job.timeLimitMs);
    const result = await pool
      .run(job, { signal: abort.signal })
      .then((value) => value as JobResult) // what `runJob` returns
      .catch((error: unknown) => {
        const seconds = (performance.now() - start) / 1000;
        if (!isLate && !abort.signal.aborted) log.warn({ err: error }, 'a scoring job broke down');
        return isLate ? late(job, seconds) : broken(job, error, seconds);
      });
    clearTimeout(timer);
    const isWanted = running.delete(job);
    if (isWanted) for (const listener of listeners) listener(result);
    next();
  }

  function cancel(): void {
    waiting.length = 0;
    const aborted = [...running.values()];
    running.clear();
    for (const abort of aborted) abort.abort();
  }

  return {
    submit(job) {
      waiting.push(job);
      next();
    },
    onResult: (listener) => void listeners.push(listener),
    setConcurrency(count) {
      limit = count;
      next();
    },
    pause: () => {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      next();
    },
    cancel,
    async close() {
      isClosed = true;
      cancel();
      await pool.destroy();
    },
  };
}

function late({ jobId, timeLimitMs }: Job, seconds: number): JobResult {
  const reason = `It took longer than ${timeLimitMs / 1000} s and was ended.`;
  return {
    jobId,
    kind: 'outcome',
    outcome: { status: 'unscored', code: 'timeout', reason },
    seconds,
  };
}

function broken({ jobId }: Job, error: unknown, seconds: number): JobResult {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const reason = isMemory
    ? 'The worker ran out of memory on it.'
    : `The worker broke down on it: ${message.replace(/\.$/, '')}.`;
  return {
    jobId,
    kind: 'outcome',
    outcome: { status: 'unscored', code: 'worker-ended', reason },
    seconds,
  };
}
