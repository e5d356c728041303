import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../../shared/api/errors.ts';
import type { ImportProgress, ImportRequest } from '../../../../shared/model/import.ts';
import type { Log } from '../../log.ts';
import { createCancelFlag } from './cancel.ts';
import { firstProgress, type FromWorker, type ToWorker, type WorkerStart } from './messages.ts';

/** What the open project hears of the worker. */
export interface RunnerEvents {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly onSearch: (pending: number) => void;
  readonly onDerived: () => void;
}

/** Imports into one project, one at a time, in a thread of its own. */
export interface ImportRunner {
  /**
   * @returns the import's id
   * @throws AppError 'busy' while another one runs
   */
  readonly start: (request: ImportRequest) => string;
  readonly cancel: () => void;
  /** Where the last import of this session stands. */
  readonly progress: () => ImportProgress | undefined;
  /** Derives figures again behind the open app, where settings changed. */
  readonly derive: () => void;
  /** Builds the search index behind the open app, as far as it is not complete. */
  readonly buildIndex: () => void;
  /** Resolves when the running import has ended, whichever way; at once when none runs. */
  readonly settled: () => Promise<ImportProgress | undefined>;
  /** Stops at the next safe point. */
  readonly close: () => Promise<void>;
}

/** @param file  the project's database */
export function createImportRunner(file: string, log: Log, events: RunnerEvents): ImportRunner {
  const cancelBuffer = new SharedArrayBuffer(4);
  const flag = createCancelFlag(cancelBuffer);
  let worker: Worker | undefined;
  let progress: ImportProgress | undefined;
  let settle: ((progress: ImportProgress) => void) | undefined;
  let running: Promise<ImportProgress> | undefined;

  function startWorker(): Worker {
    const started = new Worker(new URL('./import.worker.ts', import.meta.url), {
      workerData: { file, cancel: cancelBuffer } satisfies WorkerStart,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    started.on('message', hear);
    started.on('error', (error: Error) => {
      log.error({ err: error }, 'the import thread ended with an error');
      worker = undefined;
      fail(error);
    });
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }
  const tell = (message: ToWorker) => (worker ??= startWorker()).postMessage(message);

  function hear(message: FromWorker): void {
    switch (message.kind) {
      case 'search':
        return events.onSearch(message.pending);
      case 'derived':
        return events.onDerived();
      case 'progress':
        return advance(message.progress);
      case 'error':
        log.error({ code: message.code, stack: message.stack }, message.message);
    }
  }

  function advance(next: ImportProgress): void {
    progress = next;
    const isOver = next.phase !== 'reading' && next.phase !== 'structure';
    if (isOver) {
      settle?.(next);
      settle = undefined;
      running = undefined;
    }
    events.onProgress(next);
    if (isOver) tell({ kind: 'index' });
  }

  function fail(error: Error): void {
    if (running === undefined || progress === undefined) return;
    const known = error instanceof AppError ? error.code : 'internal';
    advance({ ...progress, phase: 'failed', error: { code: known, message: error.message } });
  }

  return {
    start(request) {
      if (running !== undefined) throw busy();
      flag.lower();
      const importId = randomUUID();
      progress = firstProgress(importId);
      running = new Promise((resolve) => (settle = resolve));
      tell({ kind: 'import', importId, request });
      return importId;
    },
    cancel: () => {
      if (running !== undefined) flag.raise();
    },
    progress: () => progress,
    derive: () => tell({ kind: 'derive' }),
    buildIndex: () => tell({ kind: 'index' }),
    settled: async () => await (running ?? progress),
    async close() {
      if (worker === undefined) return;
      const closing = worker;
      flag.raise();
      const gone = new Promise<void>((resolve) => closing.once('exit', () => resolve()));
      closing.postMessage({ kind: 'close' } satisfies ToWorker);
      await gone;
    },
  };
}

const busy = () =>
  new AppError('busy', 'Cannot import: another import is running. Wait or cancel it.');
