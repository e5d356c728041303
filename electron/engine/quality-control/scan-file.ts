// Looks one file of the dataset through: where each record stands, what its bytes are, what the lint says.
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
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
 * @param keyAt  the instance that was read from a line, of those with this key but for its ordinal
 * @param linter  adds to `tally`
 */
export async function scanFile(
  { fileId, path, sizeBytes, mtimeMs }: DatasetFile,
  context: RecordContext,
  keyAt: (line: number, base: string) => string | undefined,
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
        const key = keyAt(raw.line, base);
        if (key === undefined) continue;
        const hash = await hashBytes(handle, raw);
        const { byteStart, byteEnd, line, repaired } = raw;
        records.push({ key, fileId, line, byteStart, byteEnd, hash, isRepaired: repaired });
        words.set(key, wordsOfRecord(record));
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

async function hashBytes(
  handle: Awaited<ReturnType<typeof open>>,
  { byteStart, byteEnd }: RawRecord,
): Promise<string> {
  const bytes = Buffer.allocUnsafe(byteEnd - byteStart);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, byteStart);
  return hashOfBytes(bytes.subarray(0, bytesRead));
}

export const hashOfBytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A problem as the queue has it: without its place, which is the record's. */
export function toFinding({ code, quirk, severity, message }: Problem): QcFinding {
  const kind = message.startsWith(COMBINATION_REMARK)
    ? 'combination'
    : quirk === undefined
      ? code
      : `quirk-${quirk}`;
  return { kind, code, severity, message, ...(quirk === undefined ? {} : { quirk }) };
}
