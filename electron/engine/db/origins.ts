import type { ReadableDb } from './handle.ts';

/** Where a row was read from. */
export interface Origin {
  readonly path: string;
  /** Opened folder of the file; undefined for one that is looked at on its own. */
  readonly rootDir: string | undefined;
}

/** File and opened folder behind a `file_id`. */
export function findOrigin(db: ReadableDb, fileId: number): Origin {
  const row = db
    .prepare<[number], { path: string; dir: string | null }>(
      `SELECT f.path, r.dir FROM files f JOIN sources s ON s.id = f.source_id
       LEFT JOIN roots r ON r.id = s.root_id WHERE f.id = ?`,
    )
    .get(fileId);
  return { path: row?.path ?? '', rootDir: row?.dir ?? undefined };
}
