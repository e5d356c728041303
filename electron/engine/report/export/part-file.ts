import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../../shared/api/errors.ts';
import { toAppError } from '../../db/errors.ts';
import { isImportedFile } from '../../db/files.ts';
import type { ReadableDb } from '../../db/handle.ts';

const SLICE_MS = 6;

/**
 * What was imported is never written to, nor a folder.
 *
 * @throws AppError 'bad-input'
 */
export function refusePlace(db: ReadableDb, path: string): void {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder && !isImportedFile(db, path)) return;
  const what = isFolder ? 'this is a folder' : 'this file was imported into the project';
  const why = `${what}. Choose another name`;
  throw new AppError('bad-input', `Cannot export: ${why}. "${path}"`);
}

/** A file that comes to its place when it is whole. */
export interface PartFile {
  readonly write: (text: string) => void;
  /** Puts it where it is to be. */
  readonly finish: () => void;
  readonly discard: () => void;
}

/** @throws AppError when nothing can be written there */
export function openPart(path: string): PartFile {
  const part = `${path}.part`;
  try {
    const descriptor = openSync(part, 'w');
    let isOpen = true;
    const close = () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    };
    return {
      write: (text) => void writeSync(descriptor, text),
      finish() {
        close();
        renameSync(part, path);
      },
      discard() {
        close();
        if (existsSync(part)) rmSync(part);
      },
    };
  } catch (error) {
    throw toAppError(error, { doing: 'export', path });
  }
}

/** Lets other calls in between, some milliseconds each; throws when the signal says so. */
export function createBreather(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await pause();
    signal.throwIfAborted();
    since = performance.now();
  };
}
