import type { ReadableDb, WritableDb } from './handle.ts';

/** Size and time of a file when it was hashed. */
export interface HashedState {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** Prepares the look-up of a file's SHA-256. @returns undefined when it was never read in this state */
export function prepareHashFinder(
  db: ReadableDb,
): (path: string, state: HashedState) => string | undefined {
  const find = db
    .prepare<[string, number, number], string>(
      'SELECT content_hash FROM file_hashes WHERE path = ? AND size_bytes = ? AND mtime_ms = ?',
    )
    .pluck();
  return (path, { sizeBytes, mtimeMs }) => find.get(path, sizeBytes, mtimeMs);
}

/** Prepares the note of a file's SHA-256; the one of an older state is replaced. */
export function prepareHashWriter(
  db: WritableDb,
): (path: string, state: HashedState, contentHash: string) => void {
  const save = db.prepare(
    'INSERT OR REPLACE INTO file_hashes (path, size_bytes, mtime_ms, content_hash) VALUES (?, ?, ?, ?)',
  );
  return (path, { sizeBytes, mtimeMs }, contentHash) =>
    void save.run(path, sizeBytes, mtimeMs, contentHash);
}
