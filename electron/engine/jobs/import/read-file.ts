import { statSync } from 'node:fs';
import { beginFile, findFile, finishFile, touchFile, type FileStamp } from '../../db/files.ts';
import { saveFact } from '../../db/facts.ts';
import { removeRowsOfFile } from '../../db/removal.ts';
import type { SourceKind } from '../../load/types.ts';
import { decideFile } from './file-state.ts';
import type { FileEnd, ImportContext, OpenFile } from './import-context.ts';
import { readCaptions } from './read-captions.ts';
import { readDataset } from './read-dataset.ts';
import { readPredictions } from './read-predictions.ts';
import { importResults } from './read-results.ts';
import { readCapabilities, readRatings } from './read-tables.ts';

/** A file to be looked at, and read when it is new or changed. */
export interface FileTask {
  readonly stamp: FileStamp;
  readonly open: Omit<OpenFile, 'file'>;
  /** Read it though it is unchanged: instances have come that it may belong to. */
  readonly isRetry: boolean;
}

type Reader = (context: ImportContext, open: OpenFile) => Promise<FileEnd>;

const READERS: Readonly<Record<SourceKind, Reader | undefined>> = {
  dataset: readDataset,
  captions: readCaptions,
  predictions: readPredictions,
  'gq-results': importResults,
  'ics-results': importResults,
  'sc-results': importResults,
  ratings: readRatings,
  capabilities: readCapabilities,
  unknown: undefined,
};

/** Files that can be gone on with behind their last committed batch; others are read anew. */
const RESUMABLE: ReadonlySet<SourceKind> = new Set<SourceKind>(['dataset', 'predictions']);

/** Reads a file, or finds that it has not changed. */
export async function readFileInto(context: ImportContext, task: FileTask): Promise<void> {
  const { db, progress } = context;
  const { stamp, open } = task;
  const { source, kind } = open;
  context.cancel.check();
  progress.startFile(stamp.path);
  const known = findFile(db, source.id, stamp.path);
  const options = { isRetry: task.isRetry, canResume: RESUMABLE.has(kind) };
  const decision = decideFile(known, stamp, options);
  const reader = READERS[kind];
  if (decision.kind === 'unchanged' || decision.kind === 'touched' || reader === undefined) {
    if (decision.kind === 'touched' && known !== undefined) touchFile(db, known.id, stamp.mtimeMs);
    progress.finishFile(stamp.sizeBytes, true);
    return;
  }
  const file =
    decision.kind === 'resume' && known !== undefined
      ? known
      : begin(context, task, known !== undefined);
  if (kind !== 'dataset') context.settleInstances();
  const opened = { ...open, file };
  const { isWaiting = false, settle } = await reader(context, opened);
  db.transaction(() => {
    settle?.();
    finishFile(db, file.id, isWaiting ? 'waiting' : 'done');
  }).immediate();
  context.readNow.add(file.id);
  progress.finishFile(stamp.sizeBytes, false);
}

function begin(context: ImportContext, { open, stamp }: FileTask, isAnew: boolean) {
  const { db } = context;
  if (isAnew) context.forgetAnswered();
  return db
    .transaction(() => {
      saveFact(db, 'matching', 'pending');
      const file = beginFile(db, open.source.id, restamp(stamp));
      if (isAnew) removeRowsOfFile(db, file.id);
      return file;
    })
    .immediate();
}

/** The stamp as it is now, so that a change since the plan was made is not missed. */
function restamp(stamp: FileStamp): FileStamp {
  const now = statSync(stamp.path, { throwIfNoEntry: false });
  if (now === undefined) return stamp; // the reader will say that it is gone
  return { path: stamp.path, sizeBytes: now.size, mtimeMs: now.mtimeMs };
}
