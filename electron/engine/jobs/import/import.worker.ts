// The thread that writes: imports, and the search index behind the open app. It has the project's one
// writing connection; messages are taken one after another, and an import goes before the index.
import { setImmediate as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../../shared/api/errors.ts';
import { toAppError } from '../../db/errors.ts';
import type { WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { deriveFigures, expectImport, isDerivationDue } from '../derive.ts';
import { createSearchIndexer } from '../search-index.ts';
import { createCancelFlag } from './cancel.ts';
import { hashNextFile } from './hash-files.ts';
import { importInto } from './import-into.ts';
import { firstProgress, type FromWorker, type ToWorker, type WorkerStart } from './messages.ts';

const { file, cancel } = workerData as WorkerStart; // given by import-runner.ts
const port = parentPort;
if (port === null) throw new Error('import.worker.ts runs as a worker thread only');
const send = (message: FromWorker) => port.postMessage(message);
const flag = createCancelFlag(cancel);
/** 190 MB: an import writes some pages several times, and only the last of each goes to the file. */
const CHECKPOINT_PAGES = 24_000;
const waiting: ToWorker[] = [];
let isBusy = false;
let connection: WritableDb | undefined;

port.on('message', (message: ToWorker) => {
  waiting.push(message);
  if (!isBusy) void work();
});

async function work(): Promise<void> {
  isBusy = true;
  for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
    try {
      await handle(message);
    } catch (error) {
      reportError(message, toAppError(error, { doing: 'write to the project', path: file }));
    }
  }
  isBusy = false;
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'import': {
      const { importId, request } = message;
      await derive(open());
      expectImport(open());
      const bug = await importInto(open(), importId, request, flag, (progress) =>
        send({ kind: 'progress', progress }),
      );
      if (bug !== undefined) send(describe(bug));
      return await derive(open());
    }
    case 'derive':
      return await derive(open());
    case 'index':
      return await buildIndex(open());
    case 'close':
      connection?.close();
      port?.close();
  }
}

function open(): WritableDb {
  if (connection !== undefined) return connection;
  connection = openWritable(file);
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return connection;
}

async function derive(db: WritableDb): Promise<void> {
  if (!isDerivationDue(db)) return;
  for (const _ of deriveFigures(db)) {
    await pause(); // lets messages in
    if (waiting.some(({ kind }) => kind === 'close')) return; // begun again when the project is opened
  }
  send({ kind: 'derived' });
}

async function buildIndex(db: WritableDb): Promise<void> {
  for (let id = hashNextFile(db, 0); id !== undefined; id = hashNextFile(db, id)) {
    await pause(); // lets messages in
    if (waiting.length > 0) return; // whoever asked will ask for the index again
  }
  const indexer = createSearchIndexer(db);
  for (;;) {
    const pending = indexer.step();
    send({ kind: 'search', pending });
    if (pending === 0) break;
    await pause();
    if (waiting.length > 0) return;
  }
  db.pragma('wal_checkpoint(PASSIVE)');
}

function reportError(message: ToWorker, error: unknown): void {
  const described = describe(error);
  send(described);
  if (message.kind !== 'import') return;
  const progress = firstProgress(message.importId);
  send({ kind: 'progress', progress: { ...progress, phase: 'failed', error: described } });
}

function describe(error: unknown): FromWorker & { kind: 'error' } {
  if (error instanceof AppError) return { kind: 'error', code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { kind: 'error', code: 'internal', message, ...(stack === undefined ? {} : { stack }) };
}
