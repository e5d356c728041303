import type { Problem, ProblemCode, Severity } from '../../../shared/model/problem.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

interface ProblemRow {
  code: string;
  quirk: number | null;
  severity: string;
  path: string;
  line: number | null;
  key: string | null;
  message: string;
}
const fromRow = (row: ProblemRow): Problem => ({
  code: row.code as ProblemCode, // written by the writer below only
  severity: row.severity as Severity, // as above
  file: row.path,
  message: row.message,
  ...(row.quirk === null ? {} : { quirk: row.quirk }),
  ...(row.line === null ? {} : { line: row.line }),
  ...(row.key === null ? {} : { key: row.key }),
});
const COLUMNS = 'code, quirk, severity, path, line, key, message';

/** Which problems are meant; a field left out means any. */
export interface ProblemFilter {
  readonly code?: ProblemCode | undefined;
  readonly quirk?: number | undefined;
  readonly severity?: Severity | undefined;
}

const FILTER_COLUMNS = ['code', 'quirk', 'severity'] as const;

/** A page of problems in the order in which they were found, and how many there are. */
export function pageProblems(
  db: ReadableDb,
  filter: ProblemFilter,
  offset: number,
  limit: number,
): { problems: Problem[]; total: number } {
  const used = FILTER_COLUMNS.filter((column) => filter[column] !== undefined);
  const where = used.length === 0 ? '' : `WHERE ${used.map((name) => `${name} = ?`).join(' AND ')}`;
  const values = used.map((column) => filter[column]);
  const total =
    db
      .prepare<unknown[], number>(`SELECT count(*) FROM problems ${where}`)
      .pluck()
      .get(...values) ?? 0;
  const rows = db
    .prepare<unknown[], ProblemRow>(
      `SELECT ${COLUMNS} FROM problems ${where} ORDER BY id LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, offset);
  return { problems: rows.map(fromRow), total };
}

/** Problems of one instance, its responses' included. */
export function listProblemsOf(db: ReadableDb, key: string): Problem[] {
  return db
    .prepare<[string], ProblemRow>(`SELECT ${COLUMNS} FROM problems WHERE key = ? ORDER BY id`)
    .all(key)
    .map(fromRow);
}

/** How many problems each instance has, by key; those without a key are not in it. */
export function countProblemsByKey(db: ReadableDb): { key: string; count: number }[] {
  return db
    .prepare<[], { key: string; count: number }>(
      'SELECT key, count(*) AS count FROM problems WHERE key IS NOT NULL GROUP BY key',
    )
    .all();
}

/** Problems of one kind: how many, and the first as an example. */
export interface ProblemKind {
  readonly code: string;
  readonly quirk?: number;
  readonly severity: string;
  readonly count: number;
  readonly example: Problem;
}

/** All kinds, the most frequent first. */
export function listProblemKinds(db: ReadableDb): ProblemKind[] {
  const rows = db
    .prepare<[], ProblemRow & { count: number }>(
      `SELECT p.code, p.quirk, p.severity, p.path, p.line, p.key, p.message, k.count
       FROM (SELECT count(*) AS count, min(id) AS first FROM problems GROUP BY code, quirk, severity) k
       JOIN problems p ON p.id = k.first ORDER BY k.count DESC, p.code, p.quirk`,
    )
    .all();
  return rows.map((row) => ({
    code: row.code,
    severity: row.severity,
    count: row.count,
    example: fromRow(row),
    ...(row.quirk === null ? {} : { quirk: row.quirk }),
  }));
}

/** Where a problem belongs: it goes when its file is read anew, or its source is looked at again. */
export interface ProblemOwner {
  readonly fileId?: number;
  readonly sourceId?: number;
}

export type ProblemWriter = (problem: Problem, owner: ProblemOwner) => void;

/** Prepares the statement. */
export function prepareProblemWriter(db: WritableDb): ProblemWriter {
  const add = db.prepare(
    `INSERT INTO problems (code, quirk, severity, path, line, key, message, file_id, source_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (problem, { fileId = null, sourceId = null }) => {
    const { code, quirk = null, severity, file, line = null, key = null, message } = problem;
    add.run(code, quirk, severity, file, line, key, message, fileId, sourceId);
  };
}

/** Puts what was noticed of a source as a whole in the place of what had been; same ones stay. */
export function replaceSourceProblems(
  db: WritableDb,
  sourceId: number,
  problems: readonly Problem[],
): void {
  const before = db
    .prepare<[number], ProblemRow>(
      `SELECT ${COLUMNS} FROM problems WHERE source_id = ? ORDER BY id`,
    )
    .all(sourceId)
    .map((row) => describe(fromRow(row)));
  if (before.join('\n') === problems.map(describe).join('\n')) return;
  db.prepare('DELETE FROM problems WHERE source_id = ?').run(sourceId);
  const write = prepareProblemWriter(db);
  for (const problem of problems) write(problem, { sourceId });
}

const describe = ({ code, quirk, severity, file, line, key, message }: Problem) =>
  JSON.stringify([code, quirk, severity, file, line, key, message]);
