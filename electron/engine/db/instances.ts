import type { Difficulty } from '../../../shared/model/dataset.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** An instance without its content. Masks are sets of modalities, see `db/masks.ts`. */
export interface StoredInstance {
  readonly id: number;
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  /** As written in the record. */
  readonly recordId: string;
  readonly ordinal: number;
  readonly difficulty: Difficulty | undefined;
  readonly inputMask: number;
  readonly outputMask: number;
  readonly fileId: number;
  readonly line: number;
}

interface InstanceRow {
  id: number;
  key: string;
  field: string;
  subdomain: string;
  record_id: string;
  ordinal: number;
  difficulty: number | null;
  input_mask: number;
  output_mask: number;
  file_id: number;
  line: number;
}
const fromRow = (row: InstanceRow): StoredInstance => ({
  id: row.id,
  key: row.key,
  field: row.field,
  subdomain: row.subdomain,
  recordId: row.record_id,
  ordinal: row.ordinal,
  difficulty: (row.difficulty ?? undefined) as Difficulty | undefined, // 1..3, checked on import
  inputMask: row.input_mask,
  outputMask: row.output_mask,
  fileId: row.file_id,
  line: row.line,
});

const COLUMNS =
  'id, key, field, subdomain, record_id, ordinal, difficulty, input_mask, output_mask, file_id, line';

/** Prepares the look-up by key. @returns undefined when the project has no such instance */
export function prepareInstanceFinder(db: ReadableDb): (key: string) => StoredInstance | undefined {
  const find = db.prepare<[string], InstanceRow>(`SELECT ${COLUMNS} FROM instances WHERE key = ?`);
  return (key) => {
    const row = find.get(key);
    return row === undefined ? undefined : fromRow(row);
  };
}

/** @returns undefined when the project has no such instance */
export function findInstance(db: ReadableDb, key: string): StoredInstance | undefined {
  return prepareInstanceFinder(db)(key);
}

/** Every instance, in the order of import. */
export function listInstances(db: ReadableDb): StoredInstance[] {
  return db
    .prepare<[], InstanceRow>(`SELECT ${COLUMNS} FROM instances ORDER BY id`)
    .all()
    .map(fromRow);
}

/** What the importer has to know of the instances that are there. */
export interface KnownInstance {
  readonly id: number;
  readonly fileId: number;
  readonly generation: number;
}

/** Every instance by its key. */
export function mapInstances(db: ReadableDb): Map<string, KnownInstance> {
  const known = new Map<string, KnownInstance>();
  const rows = db.prepare<[], { key: string; id: number; file_id: number; generation: number }>(
    'SELECT key, id, file_id, generation FROM instances',
  );
  for (const row of rows.iterate()) {
    known.set(row.key, { id: row.id, fileId: row.file_id, generation: row.generation });
  }
  return known;
}

export type InstanceDraft = Omit<StoredInstance, 'id'> & { readonly generation: number };

/** Writes instances; prepared once, used for each record. */
export interface InstanceWriter {
  /** @returns the new row's id */
  readonly insert: (draft: InstanceDraft) => number;
  readonly update: (id: number, draft: InstanceDraft) => void;
}

/** Prepares the statements. */
export function prepareInstanceWriter(db: WritableDb): InstanceWriter {
  const add = db.prepare(
    `INSERT INTO instances (key, field, subdomain, record_id, ordinal, difficulty, input_mask,
       output_mask, file_id, line, generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const change = db.prepare(
    `UPDATE instances SET key = ?, field = ?, subdomain = ?, record_id = ?, ordinal = ?,
       difficulty = ?, input_mask = ?, output_mask = ?, file_id = ?, line = ?, generation = ?
     WHERE id = ?`,
  );
  const values = (draft: InstanceDraft) => [
    draft.key,
    draft.field,
    draft.subdomain,
    draft.recordId,
    draft.ordinal,
    draft.difficulty ?? null,
    draft.inputMask,
    draft.outputMask,
    draft.fileId,
    draft.line,
    draft.generation,
  ];
  return {
    insert: (draft) => Number(add.run(...values(draft)).lastInsertRowid),
    update: (id, draft) => void change.run(...values(draft), id),
  };
}

/** Instances that the file no longer holds: those of an older generation. */
export function listOutdatedInstances(
  db: ReadableDb,
  fileId: number,
  generation: number,
): { id: number; key: string }[] {
  return db
    .prepare<[number, number], { id: number; key: string }>(
      'SELECT id, key FROM instances WHERE file_id = ? AND generation < ? ORDER BY id',
    )
    .all(fileId, generation);
}
