import type { ReadableDb, WritableDb } from './handle.ts';

/** A folder that was opened: media are served from below it and from nowhere else. */
export interface Root {
  /** As it stands in a media id. */
  readonly id: string;
  readonly rowId: number;
  readonly dir: string;
}

interface RootRow {
  id: number;
  dir: string;
}
const fromRow = (row: RootRow): Root => ({
  id: `r${row.id}`,
  rowId: row.id,
  dir: row.dir,
});

/** All opened folders, in the order in which they were opened. */
export function listRoots(db: ReadableDb): Root[] {
  return db.prepare<[], RootRow>('SELECT id, dir FROM roots ORDER BY id').all().map(fromRow);
}

/** The row id of a folder, added when it is new. */
export function saveRoot(db: WritableDb, dir: string): number {
  db.prepare('INSERT INTO roots (dir) VALUES (?) ON CONFLICT DO NOTHING').run(dir);
  const id = db.prepare<[string], number>('SELECT id FROM roots WHERE dir = ?').pluck().get(dir);
  if (id === undefined) throw new Error(`root was not kept: ${dir}`);
  return id;
}
