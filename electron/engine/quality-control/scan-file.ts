// Looks one file of the dataset through: where each record stands, what its bytes are, what the lint says.
import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { instanceKey } from '../../../shared/model/dataset.ts';
import type { WordSet } from '../../../shared/interleave/align/words.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { QcFinding } from '../../../shared/model/quality-control.ts';
import type { DatasetFile, StoredQcRecord } from '../db/qc-records.ts';
import { COMBINATION_REMARK, type FileLinter } from '../load/lint/lint-file.ts';
import type { Tally } from '../load/lint/tally.ts';
import { parseRecord } from '../load/record.ts';
import { readRecords } from '../load/record-stream.ts';
import type { RawRecord, RecordContext } from '../load/types.ts';
import { wordsOfRecord } from './alike-texts.ts';
import { lintText } from './lint-text.ts';

/** What was found in a file. */
export interface ScannedFile {
  readonly records: readonly StoredQcRecord[];
  readonly words: ReadonlyMap<string, WordSet>;
  readonly findings: readonly (readonly [key: string, finding: QcFinding])[];
}

/** True when a file is no longer as it was imported. */
export async function isChangedFile(file: DatasetFile): Promise<boolean> {
  const now = await stat(file.path).catch(() => undefined); // gone: that is a change
  return now?.size !== file.sizeBytes || now.mtimeMs !== file.mtimeMs;
}

/**
 * @param places.keyAt  the instance that was read from a line, of those with this key but for its ordinal
 * @param places.mediaOf  paths of its files
 * @param linter  adds to `tally`
 */
export async function scanFile(
  { fileId, path, sizeBytes, mtimeMs }: DatasetFile,
  context: RecordContext,
  places: {
    readonly keyAt: (line: number, base: string) => string | undefined;
    readonly mediaOf: (key: string) => readonly string[];
  },
  { linter, tally }: { readonly linter: FileLinter; readonly tally: Tally },
): Promise<ScannedFile> {
  tally.problems.length = 0;
  await linter.lint({ path, kind: 'dataset', sizeBytes, mtimeMs });
  const problems = Map.groupBy(tally.problems, ({ line }) => line);
  const records: StoredQcRecord[] = [];
  const words = new Map<string, WordSet>();
  const findings: (readonly [string, QcFinding])[] = [];
  const handle = await open(path, 'r');
  try {
    for await (const batch of readRecords(path)) {
      for (const raw of batch.records) {
        const { record } = parseRecord(raw, context);
        if (record === undefined) continue;
        const base = instanceKey(record.field, record.subdomain, record.id);
        const key = places.keyAt(raw.line, base);
        if (key === undefined) continue;
        const bytes = await readBytes(handle, raw);
        const hash = recordHash(bytes, await sizesOf(places.mediaOf(key)));
        const { byteStart, byteEnd, line, repaired } = raw;
        records.push({ key, fileId, line, byteStart, byteEnd, hash, isRepaired: repaired });
        words.set(key, wordsOfRecord(record));
        for (const finding of lintText(bytes.toString('utf8'))) findings.push([key, finding]);
        for (const problem of problems.get(raw.line) ?? [])
          if (problem.key === undefined || problem.key === base)
            findings.push([key, toFinding(problem)]);
      }
    }
  } finally {
    await handle.close();
  }
  return { records, words, findings };
}

async function readBytes(handle: FileHandle, { byteStart, byteEnd }: RawRecord): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(byteEnd - byteStart);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, byteStart);
  return bytes.subarray(0, bytesRead);
}

/** Sizes of files; -1 for one that is gone. */
const sizesOf = (paths: readonly string[]): Promise<number[]> =>
  Promise.all(paths.map(async (path) => (await stat(path).catch(() => undefined))?.size ?? -1));

const sha256 = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex');

/** Of a record's bytes, and of how large its files are: of them a hash would take hours. */
function recordHash(bytes: Uint8Array, sizes: readonly number[]): string {
  return sizes.length === 0
    ? sha256(bytes)
    : `${sha256(bytes)}.${sha256(sizes.join()).slice(0, 16)}`;
}

/** True when these are the bytes that a hash was made of, whatever its files are now. */
export const isHashOf = (hash: string, bytes: Uint8Array): boolean =>
  hash.split('.')[0] === sha256(bytes);

/** A problem as the queue has it: without its place, which is the record's. */
export function toFinding({ code, quirk, severity, message }: Problem): QcFinding {
  const kind = message.startsWith(COMBINATION_REMARK)
    ? 'combination'
    : quirk === undefined
      ? code
      : `quirk-${quirk}`;
  return { kind, code, severity, message, ...(quirk === undefined ? {} : { quirk }) };
}
