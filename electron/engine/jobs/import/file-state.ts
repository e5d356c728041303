import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { FileStamp, StoredFile } from '../../db/files.ts';

/** What is to be done with a file. */
export type FileDecision =
  | { readonly kind: 'unchanged' }
  /** Same content under a new time. */
  | { readonly kind: 'touched' }
  /** Cut off last time; goes on behind the last committed record. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'read' };

/**
 * Compares a file on disk with what is known of it: by size and time, and by its SHA-256 where only
 * the time differs.
 */
export function decideFile(
  known: StoredFile | undefined,
  stamp: FileStamp,
  options: { readonly isRetry: boolean; readonly canResume: boolean },
): FileDecision {
  if (known === undefined) return { kind: 'read' };
  const isSameStamp = known.sizeBytes === stamp.sizeBytes && known.mtimeMs === stamp.mtimeMs;
  if (known.status === 'reading') {
    return { kind: isSameStamp && options.canResume ? 'resume' : 'read' };
  }
  if (options.isRetry) return { kind: 'read' };
  if (isSameStamp) return { kind: 'unchanged' };
  if (known.sizeBytes !== stamp.sizeBytes) return { kind: 'read' };
  if (known.sha256 === undefined) return { kind: 'read' };
  return { kind: known.sha256 === hashFile(stamp.path) ? 'touched' : 'read' };
}

const CHUNK_BYTES = 1 << 20;

/** SHA-256 of a file, hex; `''` when it cannot be read. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return ''; // the reader has reported it; an empty hash equals no other
  }
  try {
    for (;;) {
      const bytes = readSync(descriptor, chunk, 0, CHUNK_BYTES, -1);
      if (bytes === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytes));
    }
  } finally {
    closeSync(descriptor);
  }
}
