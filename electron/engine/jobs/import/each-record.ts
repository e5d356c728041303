import type { Problem } from '../../../../shared/model/problem.ts';
import { saveCheckpoint } from '../../db/files.ts';
import { parseRecord } from '../../load/record.ts';
import { readRecords } from '../../load/record-stream.ts';
import type { Checkpoint, RecordContext, UnimRecord } from '../../load/types.ts';
import { keepProblems, type ImportContext, type OpenFile } from './import-context.ts';

/** A batch as any reader gives it. */
interface Batch<T> {
  readonly records: readonly T[];
  readonly problems: readonly Problem[];
  readonly next: Checkpoint;
}

/**
 * Stores batch after batch, each in one transaction with the place where reading goes on: a crash or
 * a cancel leaves the last whole batch, and the next import resumes behind it.
 */
export async function storeBatches<T>(
  context: ImportContext,
  open: OpenFile,
  batches: AsyncIterable<Batch<T>>,
  store: (record: T) => void,
): Promise<void> {
  const commit = context.db.transaction((batch: Batch<T>) => {
    for (const record of batch.records) store(record);
    keepProblems(context, open, batch.problems);
    saveCheckpoint(context.db, open.file.id, batch.next, batch.records.length);
  });
  for await (const batch of batches) {
    context.cancel.check();
    commit.immediate(batch);
    context.progress.advance(batch.next.byte);
  }
}

/** Records a transaction: enough that pages are written once, few enough to be cancelled quickly. */
const BATCH_RECORDS = 2_048;

/** {@link storeBatches} for files of UniM records; problems of a record are kept with it. */
export async function storeRecords(
  context: ImportContext,
  open: OpenFile,
  from: RecordContext,
  store: (record: UnimRecord, line: number) => void,
): Promise<void> {
  const { path, byte, line } = open.file;
  const batches = readRecords(path, { start: { byte, line }, batchSize: BATCH_RECORDS });
  await storeBatches(context, open, batches, (raw) => {
    const { record, problems } = parseRecord(raw, from);
    keepProblems(context, open, problems);
    if (record !== undefined) store(record, raw.line);
  });
}
