import { join } from 'node:path';
import type { Problem } from '../../shared/model/problem.ts';
import { parseRecord, recordContext } from '../../electron/engine/load/record.ts';
import { readRecords } from '../../electron/engine/load/record-stream.ts';
import type { RawRecord, UnimRecord } from '../../electron/engine/load/types.ts';
import { validatePaths } from '../../electron/engine/load/validate.ts';

/** Folder of the look-alike files, laid out as a small dataset. */
export const quirkFolder = join(import.meta.dirname, '../fixtures/quirks');

export function quirkFile(name: string): string {
  return join(quirkFolder, name);
}

/** Reads a file of records as an import of a dataset does. */
export async function readQuirkFile(name: string) {
  const path = quirkFile(name);
  const context = recordContext(quirkFolder, path, 'dataset');
  const raws: RawRecord[] = [];
  const records: UnimRecord[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRecords(path)) {
    raws.push(...batch.records);
    problems.push(...batch.problems);
    for (const raw of batch.records) {
      const parsed = parseRecord(raw, context);
      problems.push(...parsed.problems);
      if (parsed.record !== undefined) records.push(parsed.record);
    }
  }
  return { raws, records, problems, ids: records.map((record) => record.id) };
}

/** Problems of one quirk in one file, as `line severity message`. */
export async function lintQuirk(name: string, quirk: number): Promise<string[]> {
  const { problems } = await validatePaths([quirkFile(name)]);
  return problems
    .filter((problem) => problem.quirk === quirk)
    .map(({ line, severity, message }) => `${line} ${severity} ${message}`);
}

/** The first of a list that must not be empty. */
export function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('the list is empty');
  return first;
}
