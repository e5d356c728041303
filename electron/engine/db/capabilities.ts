import type { ReadableDb, WritableDb } from './handle.ts';

/** Capabilities of the instances `field/subdomain/id`, whatever their ordinal, in alphabetical order. */
export function listCapabilitiesOf(db: ReadableDb, key: string): string[] {
  return db
    .prepare<[string], string>(
      'SELECT capability FROM capabilities WHERE key = ? ORDER BY capability',
    )
    .pluck()
    .all(key);
}

/** Every capability of every key, in order. */
export function listCapabilities(db: ReadableDb): { key: string; capability: string }[] {
  return db
    .prepare<[], { key: string; capability: string }>(
      'SELECT key, capability FROM capabilities ORDER BY key, capability',
    )
    .all();
}

/** Prepares the statement; saying it twice is saying it once. */
export function prepareCapabilityWriter(
  db: WritableDb,
): (key: string, capability: string, fileId: number) => void {
  const add = db.prepare(
    'INSERT OR IGNORE INTO capabilities (key, capability, file_id) VALUES (?, ?, ?)',
  );
  return (key, capability, fileId) => void add.run(key, capability, fileId);
}
