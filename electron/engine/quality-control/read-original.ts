// A record's bytes as they stand in its file.
import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/api/errors.ts';
import { findOrigin } from '../db/origins.ts';
import type { ReadableDb } from '../db/handle.ts';
import { findQcRecord, type StoredQcRecord } from '../db/qc-records.ts';
import { readRecords } from '../load/record-stream.ts';
import { isHashOf } from './scan-file.ts';

/** A record and the file it stands in. */
export interface Original {
  readonly record: StoredQcRecord;
  readonly path: string;
  /** Folder below which its media are looked for. */
  readonly rootDir: string | undefined;
  readonly text: string;
}

/**
 * @throws AppError 'not-found' when it was never looked through, 'unreadable' when its file is no longer
 *   as it was then
 */
export async function readOriginal(db: ReadableDb, key: string): Promise<Original> {
  const record = findQcRecord(db, key);
  if (record === undefined) {
    const what = 'it has not been looked through. Look the dataset through first';
    throw new AppError('not-found', `Cannot show the record: ${what}. "${key}"`);
  }
  const { path, rootDir } = findOrigin(db, record.fileId);
  const bytes = await readBytes(path, record).catch(() => undefined); // gone: told below
  if (bytes === undefined || !isHashOf(record.hash, bytes)) {
    const what = 'its file has changed since it was looked through. Import it again';
    throw new AppError('unreadable', `Cannot show the record: ${what}. "${path}"`);
  }
  return { record, path, rootDir, text: bytes.toString('utf8') };
}

async function readBytes(path: string, { byteStart, byteEnd }: StoredQcRecord): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(byteEnd - byteStart);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, byteStart);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Where an editor begins: the text as it is; one that had to be repaired is put into JSON. */
export async function draftOf({ record, path, text }: Original): Promise<string> {
  if (!record.isRepaired) return text;
  const start = { byte: record.byteStart, line: record.line };
  for await (const { records } of readRecords(path, { start, batchSize: 1 })) {
    const [first] = records;
    return first === undefined ? text : JSON.stringify(first.value, undefined, 2);
  }
  return text;
}
