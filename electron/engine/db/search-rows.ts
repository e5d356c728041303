import type { ReadableDb, WritableDb } from './handle.ts';

/** How many instances wait for the search index. */
export function countSearchPending(db: ReadableDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM search_dirty').pluck().get() ?? 0;
}

/** Prepares the mark that an instance's row of the search index is out of date. */
export function prepareDirtyMark(db: WritableDb): (instanceId: number) => void {
  const mark = db.prepare('INSERT OR IGNORE INTO search_dirty (instance_id) VALUES (?)');
  return (instanceId) => void mark.run(instanceId);
}

/** Some instances that wait for the search index, lowest id first. */
export function listSearchDirty(db: ReadableDb, limit: number): number[] {
  return db
    .prepare<[number], number>('SELECT instance_id FROM search_dirty ORDER BY instance_id LIMIT ?')
    .pluck()
    .all(limit);
}
