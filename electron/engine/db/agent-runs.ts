import { AppError, type ErrorCode } from '../../../shared/api/errors.ts';
import {
  AgentRequest,
  AgentRunId,
  type AgentRunState,
  type AgentTotals,
} from '../../../shared/model/agent.ts';
import type { RunId } from '../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A run of the agent as it is kept. `state` may be one that a killed process left behind. */
export interface StoredAgentRun {
  readonly id: AgentRunId;
  readonly request: AgentRequest;
  /** Name of the model that its answers are. */
  readonly model: string;
  readonly state: AgentRunState;
  /** Path of the prediction file. */
  readonly out: string;
  readonly createdAt: string;
  readonly finishedAt: string | undefined;
  readonly seconds: number;
  readonly error: { readonly code: ErrorCode; readonly message: string } | undefined;
  readonly ownerPid: number | undefined;
  readonly beatAt: number;
}

interface Row {
  id: number;
  request: string;
  model: string;
  state: string;
  out: string;
  created_at: string;
  finished_at: string | null;
  seconds: number;
  error: string | null;
  owner_pid: number | null;
  beat_at: number;
}
const fromRow = (row: Row): StoredAgentRun => ({
  id: AgentRunId.parse(row.id),
  request: AgentRequest.parse(JSON.parse(row.request)),
  model: row.model,
  state: row.state as AgentRunState, // written below only, as is `error`
  out: row.out,
  createdAt: row.created_at,
  finishedAt: row.finished_at ?? undefined,
  seconds: row.seconds,
  error:
    row.error === null ? undefined : (JSON.parse(row.error) as StoredAgentRun['error'] & object),
  ownerPid: row.owner_pid ?? undefined,
  beatAt: row.beat_at,
});

/** The number under which calls and spending of a run of the agent stand. */
export function spendingIdOf(id: AgentRunId): RunId {
  return -Number(id) as RunId; // below zero, where no run that scores is
}

/** All runs, newest first. */
export function listAgentRuns(db: ReadableDb): StoredAgentRun[] {
  return db.prepare<[], Row>('SELECT * FROM agent_runs ORDER BY id DESC').all().map(fromRow);
}

/** @throws AppError 'not-found' */
export function getAgentRun(db: ReadableDb, id: AgentRunId): StoredAgentRun {
  const row = db.prepare<[number], Row>('SELECT * FROM agent_runs WHERE id = ?').get(id);
  if (row !== undefined) return fromRow(row);
  throw new AppError(
    'not-found',
    `Cannot find the agent's run: the project has none with this id. "${id}"`,
  );
}

/** Notes that a run begins. */
export function insertAgentRun(
  db: WritableDb,
  run: Pick<StoredAgentRun, 'request' | 'model' | 'createdAt' | 'out'>,
): AgentRunId {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO agent_runs (request, model, state, out, created_at) VALUES (?, ?, 'paused', ?, ?)`,
    )
    .run(JSON.stringify(run.request), run.model, run.out, run.createdAt);
  return AgentRunId.parse(Number(lastInsertRowid));
}

/** Keeps a request that was changed while the run waited. */
export function saveAgentRequest(db: WritableDb, id: AgentRunId, request: AgentRequest): void {
  db.prepare('UPDATE agent_runs SET request = ? WHERE id = ?').run(JSON.stringify(request), id);
}

/** Notes in which state a run is, and whose it is. */
export function saveAgentState(
  db: WritableDb,
  id: AgentRunId,
  change: Pick<StoredAgentRun, 'state' | 'finishedAt' | 'error' | 'ownerPid' | 'beatAt'>,
): void {
  db.prepare(
    `UPDATE agent_runs SET state = ?, finished_at = ?, error = ?, owner_pid = ?, beat_at = ?
     WHERE id = ?`,
  ).run(
    change.state,
    change.finishedAt ?? null,
    change.error === undefined ? null : JSON.stringify(change.error),
    change.ownerPid ?? null,
    change.beatAt,
    id,
  );
}

/** Says that a run is still worked on, and how long it was. */
export function addAgentSeconds(
  db: WritableDb,
  id: AgentRunId,
  seconds: number,
  beatAt: number,
): void {
  db.prepare('UPDATE agent_runs SET seconds = seconds + ?, beat_at = ? WHERE id = ?').run(
    seconds,
    beatAt,
    id,
  );
}

/** What a run has done so far. */
export function countAgentItems(db: ReadableDb, id: AgentRunId): AgentTotals {
  const rows = db
    .prepare<
      [number],
      { verdict: string | null; count: number; missing: number; backtracks: number }
    >(
      `SELECT verdict, count(*) AS count, sum(missing) AS missing, sum(max(rounds - 1, 0)) AS backtracks
       FROM agent_items WHERE run_id = ? GROUP BY verdict`,
    )
    .all(id);
  const of = (verdict: string) => rows.find((row) => row.verdict === verdict)?.count ?? 0;
  const sum = (take: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + take(row), 0);
  const [passed, unverified, failed] = [of('passed'), of('unverified'), of('failed')];
  return {
    planned: sum(({ count }) => count),
    done: passed + unverified + failed,
    passed,
    unverified,
    failed,
    missingItems: sum(({ missing }) => missing),
    backtracks: sum(({ backtracks }) => backtracks),
  };
}
