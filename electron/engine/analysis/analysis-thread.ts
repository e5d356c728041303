import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError, ErrorCode } from '../../../shared/api/errors.ts';
import type { MeanInterval } from '../../../shared/stats/interval.ts';
import type { Log } from '../log.ts';
import type { AnalysisData } from './data.ts';
import type { LeaderboardTask } from './leaderboard.ts';
import type { FromThread, GroupIntervals, ToThread } from './messages.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

/** Analyses off the main thread. */
export interface AnalysisThreads {
  /** What is asked from now on is asked of this data; what was asked before is stopped or stale. */
  readonly load: (data: AnalysisData) => void;
  /** @throws AppError as the task does; 'no-project' when it is closed meanwhile */
  readonly run: <T extends TaskName>(name: T, input: TaskInput<T>) => Promise<TaskOutput<T>>;
  /**
   * Intervals of a leaderboard, in the order of its rows.
   *
   * @returns undefined when it was stopped
   */
  readonly intervals: (
    task: LeaderboardTask,
    signal: AbortSignal,
  ) => Promise<(MeanInterval | undefined)[] | undefined>;
  readonly close: () => Promise<void>;
}

/** A second thread halves the wait for a large table; more would take the machine from other work. */
const THREADS = Math.min(2, availableParallelism());

/** A thread that only helps with intervals gives its memory back. */
const IDLE_MS = 3_000;

/** Threads start when the first thing is asked. */
export function createAnalysisThreads(log: Log): AnalysisThreads {
  let data: AnalysisData | undefined;
  const threads = Array.from({ length: THREADS }, (_, at) =>
    createThread(log, () => data, at === 0 ? undefined : IDLE_MS),
  );
  const [first] = threads;
  if (first === undefined) throw new Error('a machine without a processor');
  return {
    load(next) {
      data = next;
      for (const thread of threads) thread.reload();
    },
    // the thread answers a task by name with what the task of that name returns
    run: (name, input) =>
      first.ask({ kind: 'task', name, input }) as Promise<TaskOutput<typeof name>>,
    async intervals(task, signal) {
      if (signal.aborted) return undefined;
      const shares = await Promise.all(
        threads.map((thread, at) => {
          const share = { first: at, every: threads.length };
          const asked = thread.ask({ kind: 'intervals', task, share }, signal);
          return asked as Promise<GroupIntervals[] | undefined>; // what the worker answers it with
        }),
      );
      const found: GroupIntervals[] = [];
      for (const share of shares) {
        if (share === undefined) return undefined;
        found.push(...share);
      }
      return found.sort((a, b) => a.group - b.group).flatMap(({ intervals }) => intervals);
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

type Question = Extract<ToThread, { readonly kind: 'task' | 'intervals' }>;
type Unnumbered<Q> = Q extends Question ? Omit<Q, 'id'> : never;

interface Thread {
  readonly reload: () => void;
  readonly ask: (question: Unnumbered<Question>, signal?: AbortSignal) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** @param idleMs  after which it ends, to start again when something is asked; never when undefined */
function createThread(
  log: Log,
  data: () => AnalysisData | undefined,
  idleMs: number | undefined,
): Thread {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(new URL('./analysis.worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    started.unref();
    started.on('message', hear);
    started.on('error', (error: Error) => {
      log.error({ err: error }, 'the analysis thread ended with an error');
      if (worker === started) worker = undefined;
      failAll(error);
    });
    const held = data();
    if (held !== undefined) started.postMessage({ kind: 'load', data: held } satisfies ToThread);
    return started;
  }

  function hear(answer: FromThread): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) asked?.resolve(answer.result);
    else asked?.reject(toError(answer.error));
    if (waiting.size > 0) return;
    worker?.unref();
    if (idleMs !== undefined) idle = setTimeout(end, idleMs).unref();
  }

  function end(): void {
    void worker?.terminate();
    worker = undefined;
  }

  function failAll(error: Error): void {
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  }

  return {
    reload() {
      const held = data();
      if (held !== undefined) worker?.postMessage({ kind: 'load', data: held } satisfies ToThread);
    },
    ask(question, signal) {
      clearTimeout(idle);
      const id = (lastId += 1);
      const asked = Promise.withResolvers<unknown>();
      waiting.set(id, asked);
      worker ??= start();
      worker.ref();
      worker.postMessage({ ...question, id } satisfies ToThread);
      const stop = () => worker?.postMessage({ kind: 'stop', id } satisfies ToThread);
      signal?.addEventListener('abort', stop, { once: true });
      return asked.promise.finally(() => signal?.removeEventListener('abort', stop));
    },
    async close() {
      failAll(new AppError('no-project', 'Cannot analyse: the project was closed meanwhile.'));
      clearTimeout(idle);
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function toError({ code, message }: { readonly code?: string; readonly message: string }): Error {
  const known = ErrorCode.safeParse(code);
  return known.success ? new AppError(known.data, message) : new Error(message);
}
