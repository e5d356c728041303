import { statSync } from 'node:fs';
import { findUnhashedFile, saveFileHash } from '../../db/files.ts';
import type { WritableDb } from '../../db/handle.ts';
import { hashFile } from './file-state.ts';

/**
 * Hashes one of the files that were read and have no hash yet, so that a later import can tell a new
 * time from a new content. Not done while reading: nobody waits for it.
 *
 * @returns the file's id, to go on behind it; undefined when all are done
 */
export function hashNextFile(db: WritableDb, afterId: number): number | undefined {
  const file = findUnhashedFile(db, afterId);
  if (file === undefined) return undefined;
  const now = statSync(file.path, { throwIfNoEntry: false });
  const isAsRead = now?.size === file.sizeBytes && now.mtimeMs === file.mtimeMs;
  const sha256 = isAsRead ? hashFile(file.path) : '';
  if (sha256 !== '') saveFileHash(db, file.id, sha256);
  return file.id;
}
