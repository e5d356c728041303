import type { Project } from '../../../shared/model/project.ts';
import type { ReadableDb } from './handle.ts';

type Counts = Pick<Project, 'instances' | 'responses' | 'models' | 'problems' | 'searchPending'>;

/** What a project holds, counted now. `responses` are those that have an instance. */
export function countProject(db: ReadableDb): Counts {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    instances: count('SELECT count(*) FROM instances'),
    responses: count('SELECT count(*) FROM responses WHERE instance_id IS NOT NULL'),
    models: db.prepare<[], string>('SELECT name FROM models ORDER BY id').pluck().all(),
    problems: count('SELECT count(*) FROM problems'),
    searchPending: count('SELECT count(*) FROM search_dirty'),
  };
}

/** Tables of which a report says how many rows they hold. */
export type CountedTable = 'instances' | 'scores' | 'captions' | 'ratings';

/** How many rows a table holds. */
export function countRows(db: ReadableDb, table: CountedTable): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}
