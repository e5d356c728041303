import type { SourceKind } from '../../../shared/model/import.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A path that was imported, and as what. */
export interface Source {
  readonly id: number;
  readonly kind: SourceKind;
  readonly path: string;
  readonly modelId: number | undefined;
  readonly rootId: number | undefined;
  readonly isExample: boolean;
}

interface SourceRow {
  id: number;
  kind: string;
  path: string;
  model_id: number | null;
  root_id: number | null;
  is_example: number;
}
const fromRow = (row: SourceRow): Source => ({
  id: row.id,
  kind: row.kind as SourceKind, // written by saveSource only
  path: row.path,
  modelId: row.model_id ?? undefined,
  rootId: row.root_id ?? undefined,
  isExample: row.is_example === 1,
});

/** Every source, in the order in which they were first imported. */
export function listSources(db: ReadableDb): Source[] {
  return db.prepare<[], SourceRow>('SELECT * FROM sources ORDER BY id').all().map(fromRow);
}

/** The source of a path, kind and model: added when new, else its root and mark brought up to date. */
export function saveSource(db: WritableDb, source: Omit<Source, 'id'>): Source {
  const row = db
    .prepare<unknown[], SourceRow>(
      `INSERT INTO sources (kind, path, model_id, root_id, is_example) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, path, ifnull(model_id, 0))
         DO UPDATE SET root_id = excluded.root_id, is_example = excluded.is_example
       RETURNING *`,
    )
    .get(
      source.kind,
      source.path,
      source.modelId ?? null,
      source.rootId ?? null,
      source.isExample ? 1 : 0,
    );
  if (row === undefined) throw new Error(`source was not kept: ${source.path}`);
  return fromRow(row);
}
