import type { ReadableDb, WritableDb } from './handle.ts';

/** What is known of the project as a whole. */
export type FactName =
  | 'name'
  | 'isDemo'
  | 'createdAt'
  | 'samplesDir'
  | 'lastImport'
  /** `pending` from the first row that an import changes until responses were matched again. */
  | 'matching'
  /** By which settings structure was counted and judged figures scaled, see `jobs/derive.ts`. */
  | 'derivedBy';

/** @returns undefined when it was never said */
export function findFact(db: ReadableDb, name: FactName): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM facts WHERE name = ?').pluck().get(name);
}

/** Says it, or says it anew. */
export function saveFact(db: WritableDb, name: FactName, value: string): void {
  db.prepare(
    'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
