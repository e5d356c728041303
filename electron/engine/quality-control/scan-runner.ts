import { Worker } from 'node:worker_threads';
import type { QcScan } from '../../../shared/model/quality-control.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listDatasetFiles, listQcFiles } from '../db/qc-records.ts';
import { createCancelFlag } from '../jobs/import/cancel.ts';
import type { Log } from '../log.ts';
import type { FromScan, ScanStart } from './scan-messages.ts';

/** Looks the dataset of one project through, in a thread of its own. */
export interface ScanRunner {
  /** One that runs goes on. */
  readonly start: () => void;
  readonly state: () => QcScan;
  /** Stops at the next safe point. */
  readonly close: () => Promise<void>;
}

/** @param onChange  `hasRows`: rows that queries are answered from have changed */
export function createScanRunner(
  { file, db, log }: { readonly file: string; readonly db: ReadableDb; readonly log: Log },
  onChange: (hasRows: boolean) => void,
): ScanRunner {
  const cancel = new SharedArrayBuffer(4);
  const flag = createCancelFlag(cancel);
  let worker: Worker | undefined;
  let running: Pick<QcScan, 'step' | 'done' | 'total'> | undefined;
  let failure: string | undefined;

  function hear(message: FromScan): void {
    switch (message.kind) {
      case 'progress': {
        const { step, done, total } = message;
        running = { step, done, total };
        return onChange(false);
      }
      case 'lint':
        return onChange(true);
      case 'done':
        worker = undefined;
        running = undefined;
        return onChange(true);
      case 'failed':
        log.error({ stack: message.stack }, message.message);
        fail(message.message);
    }
  }

  function fail(message: string): void {
    worker = undefined;
    running = undefined;
    failure = message;
    onChange(true);
  }

  return {
    start() {
      if (worker !== undefined) return;
      flag.lower();
      failure = undefined;
      running = { step: 'records', done: 0, total: 0 };
      const started = new Worker(new URL('./scan.worker.ts', import.meta.url), {
        workerData: { file, cancel } satisfies ScanStart,
      });
      worker = started;
      started.on('message', hear);
      started.on('error', (error: Error) => {
        log.error({ err: error }, 'the thread that looks records through ended with an error');
        fail(error.message);
      });
      started.on('exit', () => {
        if (worker === started) worker = undefined;
      });
      onChange(false);
    },
    state() {
      const { isOutdated, changedFiles, isNone } = stampsOf(db);
      const base = { isOutdated, changedFiles, done: 0, total: 0 };
      if (running !== undefined) return { ...base, ...running, status: 'running' };
      if (failure !== undefined) return { ...base, status: 'failed', message: failure };
      return { ...base, status: isNone ? 'none' : 'done' };
    },
    async close() {
      const closing = worker;
      if (closing === undefined) return;
      const gone = new Promise<void>((resolve) => closing.once('exit', () => resolve()));
      flag.raise();
      await gone;
    },
  };
}

/** Whether what was looked through is what was imported last. */
function stampsOf(db: ReadableDb) {
  const files = listDatasetFiles(db);
  const seen = new Map(listQcFiles(db).map((stamp) => [stamp.fileId, stamp]));
  const isSame = (file: (typeof files)[number]) => {
    const stamp = seen.get(file.fileId);
    return (
      stamp?.generation === file.generation &&
      stamp.sizeBytes === file.sizeBytes &&
      stamp.mtimeMs === file.mtimeMs
    );
  };
  return {
    isNone: seen.size === 0,
    isOutdated: files.length !== seen.size || !files.every(isSame),
    changedFiles: files
      .filter(({ fileId }) => seen.get(fileId)?.isChanged === true)
      .map(({ path }) => path),
  };
}
