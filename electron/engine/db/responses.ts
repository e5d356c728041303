import type { ReadableDb, WritableDb } from './handle.ts';

/** A response without its content. One without an instance keeps the key that it names. */
export interface StoredResponse {
  readonly id: number;
  readonly modelId: number;
  readonly instanceId: number | undefined;
  readonly unmatchedKey: string | undefined;
  readonly fileId: number;
  readonly line: number;
}

interface ResponseRow {
  id: number;
  model_id: number;
  instance_id: number | null;
  unmatched_key: string | null;
  file_id: number;
  line: number;
}
const fromRow = (row: ResponseRow): StoredResponse => ({
  id: row.id,
  modelId: row.model_id,
  instanceId: row.instance_id ?? undefined,
  unmatchedKey: row.unmatched_key ?? undefined,
  fileId: row.file_id,
  line: row.line,
});
const COLUMNS = 'id, model_id, instance_id, unmatched_key, file_id, line';

/** The responses to one instance, by model. */
export function listResponsesOf(db: ReadableDb, instanceId: number): StoredResponse[] {
  return db
    .prepare<[number], ResponseRow>(
      `SELECT ${COLUMNS} FROM responses WHERE instance_id = ? ORDER BY model_id`,
    )
    .all(instanceId)
    .map(fromRow);
}

/** Responses of one file, in the order in which they stand there. */
export function listResponsesOfFile(db: ReadableDb, fileId: number): StoredResponse[] {
  return db
    .prepare<[number], ResponseRow>(
      `SELECT ${COLUMNS} FROM responses WHERE file_id = ? ORDER BY id`,
    )
    .all(fileId)
    .map(fromRow);
}

/** Responses that have no instance, in the order of import. */
export function listUnmatchedResponses(db: ReadableDb): StoredResponse[] {
  return db
    .prepare<[], ResponseRow>(
      `SELECT ${COLUMNS} FROM responses WHERE instance_id IS NULL ORDER BY id`,
    )
    .all()
    .map(fromRow);
}

/** Responses whose structure has to be read again, because their instance changed. */
export function listStaleResponses(db: ReadableDb): StoredResponse[] {
  return db
    .prepare<[], ResponseRow>(
      `SELECT ${COLUMNS} FROM responses WHERE is_stale = 1 AND instance_id IS NOT NULL ORDER BY id`,
    )
    .all()
    .map(fromRow);
}

/** Calls back for each instance and each model that has answered it. */
export function eachAnswer(
  db: ReadableDb,
  each: (instanceId: number, modelId: number) => void,
): void {
  const rows = db
    .prepare<[], [number, number]>(
      'SELECT instance_id, model_id FROM responses WHERE instance_id IS NOT NULL',
    )
    .raw();
  for (const [instanceId, modelId] of rows.iterate()) each(instanceId, modelId);
}

/** How many responses of a model have an instance, and how many have none. */
export function countResponsesByModel(
  db: ReadableDb,
): { modelId: number; matched: number; unmatched: number }[] {
  return db
    .prepare<[], { modelId: number; matched: number; unmatched: number }>(
      `SELECT model_id AS modelId, count(instance_id) AS matched,
         count(*) - count(instance_id) AS unmatched
       FROM responses GROUP BY model_id ORDER BY model_id`,
    )
    .all();
}

/** Writes responses; prepared once, used for each record. */
export interface ResponseWriter {
  /** @returns the new row's id */
  readonly insert: (draft: Omit<StoredResponse, 'id'>) => number;
  /** Gives a response an instance; its structure has to be read again. */
  readonly match: (id: number, instanceId: number) => void;
  /** Takes the instance away; the key is kept for another try. */
  readonly unmatch: (id: number, key: string) => void;
  readonly markStale: (instanceId: number) => void;
  readonly markFresh: (id: number) => void;
  readonly remove: (id: number) => void;
}

/** Prepares the statements. */
export function prepareResponseWriter(db: WritableDb): ResponseWriter {
  const add = db.prepare(
    'INSERT INTO responses (model_id, instance_id, unmatched_key, file_id, line) VALUES (?, ?, ?, ?, ?)',
  );
  const match = db.prepare(
    'UPDATE responses SET instance_id = ?, unmatched_key = NULL, is_stale = 1 WHERE id = ?',
  );
  const unmatch = db.prepare(
    'UPDATE responses SET instance_id = NULL, unmatched_key = ?, is_stale = 0 WHERE id = ?',
  );
  const markStale = db.prepare('UPDATE responses SET is_stale = 1 WHERE instance_id = ?');
  const markFresh = db.prepare('UPDATE responses SET is_stale = 0 WHERE id = ?');
  const remove = db.prepare('DELETE FROM responses WHERE id = ?');
  return {
    insert: ({ modelId, instanceId = null, unmatchedKey = null, fileId, line }) =>
      Number(add.run(modelId, instanceId, unmatchedKey, fileId, line).lastInsertRowid),
    match: (id, instanceId) => void match.run(instanceId, id),
    unmatch: (id, key) => void unmatch.run(key, id),
    markStale: (instanceId) => void markStale.run(instanceId),
    markFresh: (id) => void markFresh.run(id),
    remove: (id) => void remove.run(id),
  };
}
