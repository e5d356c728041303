import type { ReadableDb, WritableDb } from './handle.ts';

/** How many instances wait for the search index. */
export function countSearchPending(db: ReadableDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM search_dirty').pluck().get() ?? 0;
}

/**
 * Prepares the mark that an instance's row of the search index is out of date. Marking it again costs
 * nothing, so one is prepared for each piece of work during which nothing is indexed.
 */
export function prepareDirtyMark(db: WritableDb): (instanceId: number) => void {
  const add = db.prepare('INSERT OR IGNORE INTO search_dirty (instance_id) VALUES (?)');
  const marked = new Set<number>();
  return (instanceId) => {
    if (marked.has(instanceId)) return;
    add.run(instanceId);
    marked.add(instanceId);
  };
}

/** Some instances that wait for the search index, lowest id first. */
export function listSearchDirty(db: ReadableDb, limit: number): number[] {
  return db
    .prepare<[number], number>('SELECT instance_id FROM search_dirty ORDER BY instance_id LIMIT ?')
    .pluck()
    .all(limit);
}
