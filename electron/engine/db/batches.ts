// Which question was sent in which batch, until its answer is kept.
import type { RunId } from '../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A batch that was sent, or was about to be. */
export interface StoredBatch {
  readonly id: number;
  /** The vendor's id, or the mark by which it is found there. */
  readonly remoteId: string;
}

/** A batch to remember. */
export interface BatchDraft {
  readonly runId: RunId;
  readonly role: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly remoteId: string;
  readonly submittedAt: string;
  /** As they were sent. */
  readonly callKeys: readonly string[];
}

/** Prepares the look-up. @returns undefined for a question that is in no batch */
export function prepareBatchFinder(db: ReadableDb): (callKey: string) => StoredBatch | undefined {
  const find = db.prepare<[string], StoredBatch>(
    `SELECT b.id, b.remote_id AS remoteId FROM batch_calls c JOIN batches b ON b.id = c.batch_id
     WHERE c.call_key = ?`,
  );
  return (callKey) => find.get(callKey);
}

/** Writes batches; to be called in a transaction. */
export interface BatchWriter {
  /** Questions that are in another batch leave it. @returns its id */
  readonly add: (draft: BatchDraft) => number;
  readonly setRemoteId: (id: number, remoteId: string) => void;
  /** These questions are in no batch any more; a batch goes with its last one. */
  readonly remove: (callKeys: readonly string[]) => void;
}

/** Prepares the statements. */
export function prepareBatchWriter(db: WritableDb): BatchWriter {
  const add = db.prepare(
    `INSERT INTO batches (run_id, role, base_url, model, remote_id, submitted_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const addCall = db.prepare(
    'INSERT OR REPLACE INTO batch_calls (call_key, batch_id) VALUES (?, ?)',
  );
  const setRemoteId = db.prepare('UPDATE batches SET remote_id = ? WHERE id = ?');
  const removeCall = db
    .prepare<[string], number>('DELETE FROM batch_calls WHERE call_key = ? RETURNING batch_id')
    .pluck();
  const removeEmpty = db.prepare(
    'DELETE FROM batches WHERE id = ? AND NOT EXISTS (SELECT 1 FROM batch_calls WHERE batch_id = id)',
  );
  return {
    add({ runId, role, baseUrl, model, remoteId, submittedAt, callKeys }) {
      const { lastInsertRowid } = add.run(runId, role, baseUrl, model, remoteId, submittedAt);
      const id = Number(lastInsertRowid);
      for (const key of callKeys) addCall.run(key, id);
      return id;
    },
    setRemoteId: (id, remoteId) => void setRemoteId.run(remoteId, id),
    remove(callKeys) {
      const left = new Set(callKeys.map((key) => removeCall.get(key)));
      for (const id of left) if (id !== undefined) removeEmpty.run(id);
    },
  };
}
