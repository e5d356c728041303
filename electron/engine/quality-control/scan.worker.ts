// The thread that looks the dataset through: lint first, so that work can begin, then pictures and sounds,
// then what is alike. It commits file by file; cut off, it begins again and finds its prints.
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { parseTagName } from '../../../shared/interleave/parse.ts';
import type { WordSet } from '../../../shared/interleave/align/words.ts';
import { AppError } from '../../../shared/api/errors.ts';
import { toAppError } from '../db/errors.ts';
import { openWritable } from '../db/open.ts';
import type { WritableDb } from '../db/handle.ts';
import {
  clearQcKinds,
  forgetQcFiles,
  listDatasetFiles,
  listDatasetItems,
  preparePrints,
  prepareQcScanWriter,
  type DatasetFile,
} from '../db/qc-records.ts';
import { createCancelFlag, ImportCancelled } from '../jobs/import/cancel.ts';
import { createFileLinter, type FileLinter } from '../load/lint/lint-file.ts';
import { createMediaLinter } from '../load/lint/lint-media.ts';
import { createTally } from '../load/lint/tally.ts';
import { recordContext } from '../load/record.ts';
import { createMediaResolver } from '../load/resolve-media.ts';
import { alikeByMedia, alikeByText, LIKENESS_KINDS, type KeyedFinding } from './likeness.ts';
import { printMedia } from './print-media.ts';
import { isChangedFile, scanFile } from './scan-file.ts';
import type { FromScan, ScanStart } from './scan-messages.ts';

const { file, cancel } = workerData as ScanStart; // given by scan-runner.ts
const port = parentPort;
if (port === null) throw new Error('scan.worker.ts runs as a worker thread only');
const send = (message: FromScan) => port.postMessage(message);
const flag = createCancelFlag(cancel);

void run().then(send);

async function run(): Promise<FromScan> {
  try {
    await scanPatiently();
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof ImportCancelled) return { kind: 'done' }; // nobody listens any more
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof AppError || !(error instanceof Error) ? undefined : error.stack;
    return { kind: 'failed', message, ...(stack === undefined ? {} : { stack }) };
  }
}

const TRIES = 60;
const BETWEEN_MS = 1_000;

/** Behind an import the search index is written for a while, longer than SQLite waits for. */
async function scanPatiently(): Promise<void> {
  for (let nth = 1; ; nth++) {
    flag.check();
    let db: WritableDb | undefined;
    try {
      db = openWritable(file);
      return await scan(db);
    } catch (error) {
      const known = toAppError(error, { doing: 'look the records through', path: file });
      const isBusy = known instanceof AppError && known.code === 'busy';
      if (!isBusy || nth === TRIES) throw known;
    } finally {
      db?.close();
    }
    await delay(BETWEEN_MS);
  }
}

async function scan(db: WritableDb): Promise<void> {
  const files = listDatasetFiles(db);
  forgetQcFiles(db, new Set(files.map(({ fileId }) => fileId)));
  const words = await scanRecords(db, files);
  replaceKinds(db, ['alike-text'], alikeByText(words));
  send({ kind: 'lint' });
  const items = listDatasetItems(db).flatMap((item) => {
    const modality = parseTagName(item.tag)?.modality;
    return modality === undefined ? [] : [{ ...item, modality }];
  });
  const paths = [...new Map(items.map((item) => [item.path, item])).values()];
  let done = 0;
  const prints = await printMedia(
    paths,
    preparePrints(db),
    () => send({ kind: 'progress', step: 'media', done: ++done, total: paths.length }),
    flag.check,
  );
  send({ kind: 'progress', step: 'alike', done: 0, total: 1 });
  const ofMedia = LIKENESS_KINDS.filter((kind) => kind !== 'alike-text');
  replaceKinds(db, ofMedia, alikeByMedia(items, prints));
}

async function scanRecords(
  db: WritableDb,
  files: readonly DatasetFile[],
): Promise<Map<string, WordSet>> {
  const tally = createTally();
  const linters = new Map<string, FileLinter>();
  const words = new Map<string, WordSet>();
  const write = prepareQcScanWriter(db);
  const media = Map.groupBy(listDatasetItems(db), ({ key }) => key);
  const mediaOf = (key: string) => media.get(key)?.map(({ path }) => path) ?? [];
  let done = 0;
  for (const each of files) {
    flag.check();
    const root = each.rootDir ?? dirname(each.path);
    const linter =
      linters.get(root) ?? createFileLinter(tally, createMediaLinter(createMediaResolver()), root);
    linters.set(root, linter);
    const isChanged = await isChangedFile(each);
    const context = recordContext(root, each.path, 'dataset');
    const found = isChanged
      ? { records: [], words: new Map<string, WordSet>(), findings: [] }
      : await scanFile(
          each,
          context,
          { keyAt: keysOf(db, each.fileId), mediaOf },
          { linter, tally },
        );
    db.transaction(() => {
      write.clearFile(each.fileId);
      for (const record of found.records) write.addRecord(record);
      for (const [key, finding] of found.findings) write.addFinding(key, finding);
      write.addFile({ ...each, isChanged });
    }).immediate();
    for (const [key, own] of found.words) words.set(key, own);
    send({ kind: 'progress', step: 'records', done: ++done, total: files.length });
  }
  return words;
}

/** Instances of a file by the line that they were read from; each is given once. */
function keysOf(db: WritableDb, fileId: number) {
  const rows = db
    .prepare<[number], { key: string; line: number }>(
      'SELECT key, line FROM instances WHERE file_id = ? ORDER BY line, ordinal',
    )
    .all(fileId);
  const byLine = Map.groupBy(rows, ({ line }) => line);
  return (line: number, base: string): string | undefined => {
    const waiting = byLine.get(line) ?? [];
    const at = waiting.findIndex(({ key }) => key.split('/').slice(0, 3).join('/') === base);
    return at === -1 ? undefined : waiting.splice(at, 1)[0]?.key;
  };
}

function replaceKinds(
  db: WritableDb,
  kinds: readonly string[],
  findings: readonly KeyedFinding[],
): void {
  const { addFinding } = prepareQcScanWriter(db);
  db.transaction(() => {
    clearQcKinds(db, kinds);
    for (const [key, finding] of findings) addFinding(key, finding);
  }).immediate();
}
