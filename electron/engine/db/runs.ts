import { AppError, type ErrorCode } from '../../../shared/api/errors.ts';
import { RunId, RunRequest, type RunState, type RunTotals } from '../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../shared/model/score.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

export type UnscoredCounts = Partial<Record<UnscoredCode, number>>;

/** A run as it is kept. `state` may be one that a killed process left behind. */
export interface StoredRun {
  readonly id: RunId;
  readonly request: RunRequest;
  readonly state: RunState;
  /** Its items are all written down; before that none is worked on. */
  readonly isListed: boolean;
  readonly createdAt: string;
  readonly finishedAt: string | undefined;
  readonly totals: RunTotals;
  readonly seconds: number;
  readonly concurrency: number;
  readonly error: { readonly code: ErrorCode; readonly message: string } | undefined;
  /** The process that works on it, and when it last said so. */
  readonly ownerPid: number | undefined;
  readonly beatAt: number;
}

interface RunRow {
  id: number;
  request: string;
  state: string;
  is_listed: number;
  created_at: string;
  finished_at: string | null;
  planned: number;
  scored: number;
  cached: number;
  unscored: string;
  seconds: number;
  concurrency: number;
  error: string | null;
  owner_pid: number | null;
  beat_at: number | null;
}
function fromRow(row: RunRow): StoredRun {
  const unscored = JSON.parse(row.unscored) as UnscoredCounts; // written below only, as is `error`
  const failed = Object.values(unscored).reduce((sum, count) => sum + count, 0);
  const { planned, scored, cached } = row;
  return {
    id: RunId.parse(row.id),
    request: RunRequest.parse(JSON.parse(row.request)),
    state: row.state as RunState,
    isListed: row.is_listed === 1,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
    totals: { planned, done: scored + cached + failed, scored, cached, unscored },
    seconds: row.seconds,
    concurrency: row.concurrency,
    error: row.error === null ? undefined : (JSON.parse(row.error) as StoredRun['error'] & object),
    ownerPid: row.owner_pid ?? undefined,
    beatAt: row.beat_at ?? 0,
  };
}

/** All runs, newest first. */
export function listRuns(db: ReadableDb): StoredRun[] {
  return db.prepare<[], RunRow>('SELECT * FROM runs ORDER BY id DESC').all().map(fromRow);
}

/** @throws AppError 'not-found' */
export function getRun(db: ReadableDb, id: RunId): StoredRun {
  const row = db.prepare<[number], RunRow>('SELECT * FROM runs WHERE id = ?').get(id);
  if (row !== undefined) return fromRow(row);
  throw new AppError(
    'not-found',
    `Cannot find the run: the project has none with this id. "${id}"`,
  );
}

/** Notes that a run begins; nothing of it is listed yet. */
export function insertRun(
  db: WritableDb,
  run: Pick<StoredRun, 'request' | 'createdAt' | 'concurrency'>,
): RunId {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO runs (request, state, created_at, concurrency) VALUES (?, 'planned', ?, ?)`,
    )
    .run(JSON.stringify(run.request), run.createdAt, run.concurrency);
  return RunId.parse(Number(lastInsertRowid));
}

/** Keeps a request that was changed while the run waited. */
export function saveRunRequest(db: WritableDb, id: RunId, request: RunRequest): void {
  db.prepare('UPDATE runs SET request = ? WHERE id = ?').run(JSON.stringify(request), id);
}

/** What changes about a run beside its counts. */
export interface RunChange {
  readonly state: RunState;
  readonly finishedAt?: string | undefined;
  readonly error?: StoredRun['error'];
  /** Of this process while it works on the run. */
  readonly ownerPid?: number | undefined;
  readonly beatAt: number;
  readonly concurrency?: number | undefined;
}

/** Notes in which state a run is, and whose it is. */
export function saveRunState(db: WritableDb, id: RunId, change: RunChange): void {
  db.prepare(
    `UPDATE runs SET state = ?, finished_at = ?, error = ?, owner_pid = ?, beat_at = ?,
       concurrency = ifnull(?, concurrency) WHERE id = ?`,
  ).run(
    change.state,
    change.finishedAt ?? null,
    change.error === undefined ? null : JSON.stringify(change.error),
    change.ownerPid ?? null,
    change.beatAt,
    change.concurrency ?? null,
    id,
  );
}

/** Notes that all items of a run are written down, and those for which there is nothing to do. */
export function saveRunListed(
  db: WritableDb,
  id: RunId,
  planned: number,
  unscored: UnscoredCounts,
): void {
  db.prepare('UPDATE runs SET is_listed = 1, planned = ?, unscored = ? WHERE id = ?').run(
    planned,
    JSON.stringify(unscored),
    id,
  );
}

/** What a batch of results adds to a run's counts. */
export interface RunProgress {
  readonly scored: number;
  readonly cached: number;
  /** May be negative: those that are tried again. */
  readonly unscored: UnscoredCounts;
  readonly seconds: number;
  readonly beatAt: number;
}

/** Adds to a run's counts; to be called in the transaction that writes the results. */
export function addRunProgress(db: WritableDb, id: RunId, added: RunProgress): void {
  const { totals } = getRun(db, id);
  const unscored: UnscoredCounts = { ...totals.unscored };
  for (const [code, count] of Object.entries(added.unscored) as [UnscoredCode, number][]) {
    unscored[code] = (unscored[code] ?? 0) + count;
    if (unscored[code] === 0) delete unscored[code];
  }
  db.prepare(
    `UPDATE runs SET scored = scored + ?, cached = cached + ?, unscored = ?, seconds = seconds + ?,
       beat_at = ? WHERE id = ?`,
  ).run(added.scored, added.cached, JSON.stringify(unscored), added.seconds, added.beatAt, id);
}
