import type { ReadableDb, WritableDb } from './handle.ts';

/**
 * How far a file has been read. `reading` with a place means that the import was cut off there;
 * `waiting` is done, but some of its records had no instance and are tried again when the dataset
 * grows.
 */
export type FileStatus = 'reading' | 'done' | 'waiting';

/** A file that was read, or is being read. */
export interface StoredFile {
  readonly id: number;
  readonly sourceId: number;
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly sha256: string | undefined;
  readonly status: FileStatus;
  /** Goes up each time the file is read anew: rows of an older one are what it no longer holds. */
  readonly generation: number;
  readonly byte: number;
  readonly line: number;
  readonly records: number;
}

interface FileRow {
  id: number;
  source_id: number;
  path: string;
  size_bytes: number;
  mtime_ms: number;
  sha256: string | null;
  status: string;
  generation: number;
  byte_offset: number;
  line: number;
  records: number;
}
const fromRow = (row: FileRow): StoredFile => ({
  id: row.id,
  sourceId: row.source_id,
  path: row.path,
  sizeBytes: row.size_bytes,
  mtimeMs: row.mtime_ms,
  sha256: row.sha256 ?? undefined,
  status: row.status as FileStatus, // written here only
  generation: row.generation,
  byte: row.byte_offset,
  line: row.line,
  records: row.records,
});

/** True for a file that figures, records or captions were read from. */
export function isImportedFile(db: ReadableDb, path: string): boolean {
  return db.prepare<[string], number>('SELECT 1 FROM files WHERE path = ?').get(path) !== undefined;
}

/** Files of one source, by path. */
export function listFiles(db: ReadableDb, sourceId: number): StoredFile[] {
  return db
    .prepare<[number], FileRow>('SELECT * FROM files WHERE source_id = ? ORDER BY path')
    .all(sourceId)
    .map(fromRow);
}

/** @returns undefined when the file was never begun */
export function findFile(db: ReadableDb, sourceId: number, path: string): StoredFile | undefined {
  const row = db
    .prepare<[number, string], FileRow>('SELECT * FROM files WHERE source_id = ? AND path = ?')
    .get(sourceId, path);
  return row === undefined ? undefined : fromRow(row);
}

/** Files with records that found no instance. */
export function listWaitingFiles(db: ReadableDb): StoredFile[] {
  return db
    .prepare<[], FileRow>(`SELECT * FROM files WHERE status = 'waiting' ORDER BY id`)
    .all()
    .map(fromRow);
}

/** Size and time of a file on disk. */
export interface FileStamp {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** Notes that a file is about to be read from its beginning, with a new generation. */
export function beginFile(db: WritableDb, sourceId: number, stamp: FileStamp): StoredFile {
  const row = db
    .prepare<unknown[], FileRow>(
      `INSERT INTO files (source_id, path, size_bytes, mtime_ms, status)
       VALUES (?, ?, ?, ?, 'reading')
       ON CONFLICT (source_id, path) DO UPDATE SET
         size_bytes = excluded.size_bytes, mtime_ms = excluded.mtime_ms, status = 'reading',
         sha256 = NULL, generation = generation + 1, byte_offset = 0, line = 1, records = 0
       RETURNING *`,
    )
    .get(sourceId, stamp.path, stamp.sizeBytes, stamp.mtimeMs);
  if (row === undefined) throw new Error(`file was not kept: ${stamp.path}`);
  return fromRow(row);
}

/** Notes how far a file has been read; in the same transaction as its rows. */
export function saveCheckpoint(
  db: WritableDb,
  fileId: number,
  place: { readonly byte: number; readonly line: number },
  records: number,
): void {
  db.prepare('UPDATE files SET byte_offset = ?, line = ?, records = records + ? WHERE id = ?').run(
    place.byte,
    place.line,
    records,
    fileId,
  );
}

/** Notes that a file has been read to its end. */
export function finishFile(
  db: WritableDb,
  fileId: number,
  status: Exclude<FileStatus, 'reading'>,
): void {
  db.prepare('UPDATE files SET status = ? WHERE id = ?').run(status, fileId);
}

/** The next file that was read to its end but has no hash yet. */
export function findUnhashedFile(db: ReadableDb, afterId: number): StoredFile | undefined {
  const row = db
    .prepare<[number], FileRow>(
      `SELECT * FROM files WHERE sha256 IS NULL AND status <> 'reading' AND id > ?
       ORDER BY id LIMIT 1`,
    )
    .get(afterId);
  return row === undefined ? undefined : fromRow(row);
}

/** Keeps the hash of a file's content. */
export function saveFileHash(db: WritableDb, fileId: number, sha256: string): void {
  db.prepare('UPDATE files SET sha256 = ? WHERE id = ?').run(sha256, fileId);
}

/** Notes that a file has a new time but its old content. */
export function touchFile(db: WritableDb, fileId: number, mtimeMs: number): void {
  db.prepare('UPDATE files SET mtime_ms = ? WHERE id = ?').run(mtimeMs, fileId);
}

/** Lets files be tried again, because what they belong to has gone. */
export function markWaiting(db: WritableDb, fileIds: readonly number[]): void {
  const statement = db.prepare(
    `UPDATE files SET status = 'waiting' WHERE id = ? AND status = 'done'`,
  );
  for (const id of fileIds) statement.run(id);
}

/** Forgets a file; its rows must be gone. */
export function removeFile(db: WritableDb, fileId: number): void {
  db.prepare('DELETE FROM files WHERE id = ?').run(fileId);
}
