import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Unscored, unscored } from '../../media/decode/decoded.ts';
import { gltfBufferFiles } from '../../media/decode/geometry/gltf/buffer-files.ts';
import type { FileState } from '../queue.ts';

const CHUNK = 1 << 20;

/** What a file is found by in the cache, and its state when it was read. */
export type HashedFile =
  { readonly status: 'hashed'; readonly contentHash: string; readonly state: FileState } | Unscored;

/** SHA-256 of a file's bytes, and of the files that hold its vertices, hex; runs in a worker, so it may block. Never throws for a bad file. */
export function hashFile(path: string): HashedFile {
  try {
    const before = fileState(path);
    if (before === undefined) return missing();
    const contentHash = digest(path);
    return isSameState(before, fileState(path))
      ? { status: 'hashed', contentHash, state: before }
      : changed();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT'
      ? missing()
      : unscored('media-broken', `The file cannot be read: the system says ${code}.`);
  }
}

function digest(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (const part of [path, ...gltfBufferFiles(path).filter(isThere)]) {
    const file = openSync(part, 'r');
    try {
      for (;;) {
        const length = readSync(file, buffer, 0, CHUNK, null);
        if (length === 0) break;
        hash.update(buffer.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  }
  return hash.digest('hex');
}

/** @returns undefined when there is no regular file; a pipe would block for ever */
export function fileState(path: string): FileState | undefined {
  const own = ownState(path);
  if (own === undefined) return undefined;
  return gltfBufferFiles(path).reduce((all, part) => {
    const state = ownState(part);
    if (state === undefined) return all;
    return {
      sizeBytes: all.sizeBytes + state.sizeBytes,
      mtimeMs: Math.max(all.mtimeMs, state.mtimeMs),
    };
  }, own);
}

function ownState(path: string): FileState | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? { sizeBytes: stats.size, mtimeMs: stats.mtimeMs } : undefined;
}

const isThere = (path: string): boolean => ownState(path) !== undefined;

/** True when nothing shows that the file has changed. */
export function isSameState(a: FileState, b: FileState | undefined): boolean {
  return a.sizeBytes === b?.sizeBytes && a.mtimeMs === b.mtimeMs;
}

/** Says that a file was written to while it was read. */
export const changed = (): Unscored =>
  unscored('changed-while-read', 'The file was written to while it was read.');

const missing = (): Unscored =>
  unscored('media-missing', 'There is no file at this path that can be opened.');
