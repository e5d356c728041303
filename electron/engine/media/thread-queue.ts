import { Worker } from 'node:worker_threads';
import { AppError, type WireError } from '../../../shared/api/errors.ts';

/** What a worker answers to a question. */
export type ThreadAnswer<A> =
  { readonly ok: true; readonly value: A } | { readonly ok: false; readonly error: WireError };

/** Asks one worker thread one question after another. */
export interface ThreadQueue<Q, A> {
  /** @param signal  takes the question out of the queue, or ends the work on it */
  readonly ask: (question: Q, signal: AbortSignal) => Promise<A>;
  readonly close: () => void;
}

/** What a queue needs to know. */
export interface ThreadQueueOptions {
  /** The worker's module; it calls `answerQuestions`. */
  readonly module: URL;
  /** What a caller is told that no longer wants its answer. */
  readonly unwanted: string;
  /** A question that takes longer, counted from its start, ends the worker. */
  readonly limit?: { readonly ms: number; readonly error: () => AppError };
}

interface Job<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

const IDLE_MS = 15_000;

/** Starts its worker when needed and ends it when idle; only a question keeps the process alive. */
export function createThreadQueue<Q, A>(options: ThreadQueueOptions): ThreadQueue<Q, A> {
  const { module, unwanted, limit } = options;
  const waiting: Job<Q, A>[] = [];
  let running: Job<Q, A> | undefined;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let overtime: NodeJS.Timeout | undefined;

  function next(): void {
    running = waiting.shift();
    clearTimeout(idle);
    clearTimeout(overtime);
    if (running === undefined) {
      worker?.unref();
      idle = setTimeout(stop, IDLE_MS).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage(running.question);
    if (limit !== undefined) overtime = setTimeout(giveUp, limit.ms).unref();
  }

  function giveUp(): void {
    const late = running;
    stop();
    late?.reject(limit?.error());
    next();
  }

  function start(): Worker {
    const started = new Worker(module);
    started.on('message', (answer: ThreadAnswer<A>) => {
      if (worker !== started) return;
      if (answer.ok) running?.resolve(answer.value);
      else running?.reject(AppError.fromWire(answer.error));
      next();
    });
    started.on('error', (error) => {
      if (worker !== started) return;
      worker = undefined;
      running?.reject(error);
      next();
    });
    return started;
  }

  function stop(): void {
    void worker?.terminate();
    worker = undefined;
  }

  return {
    ask(question, signal) {
      return new Promise<A>((resolve, reject) => {
        const job: Job<Q, A> = { question, resolve, reject };
        const abort = () => {
          reject(new AppError('bad-input', unwanted));
          const at = waiting.indexOf(job);
          if (at !== -1) waiting.splice(at, 1);
          if (running !== job) return;
          stop();
          next();
        };
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort, { once: true });
        waiting.push(job);
        if (running === undefined) next();
      });
    },
    close: stop,
  };
}
