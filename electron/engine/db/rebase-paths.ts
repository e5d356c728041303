import { sep } from 'node:path';
import type { WritableDb } from './handle.ts';

/** Columns that hold absolute paths. */
const PATH_COLUMNS = [
  ['roots', 'dir'],
  ['sources', 'path'],
  ['files', 'path'],
  ['problems', 'path'],
] as const;

/** Points everything that was read below one folder to the same place below another. */
export function rebasePaths(db: WritableDb, from: string, to: string): void {
  for (const [table, column] of PATH_COLUMNS) {
    db.prepare(
      `UPDATE ${table} SET ${column} = :to || substr(${column}, length(:from) + 1)
       WHERE ${column} = :from OR substr(${column}, 1, length(:from) + 1) = :from || :sep`,
    ).run({ from, to, sep });
  }
}
