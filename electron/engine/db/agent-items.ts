import { AppError } from '../../../shared/api/errors.ts';
import { AgentItem, AgentRunId, type AgentVerdict } from '../../../shared/model/agent.ts';
import { PromptId } from '../../../shared/model/judge.ts';
import { z } from 'zod';
import type { ReadableDb, WritableDb } from './handle.ts';

/** How an instance is run again: from which node on, with which prompts. */
export const Rerun = z.object({
  node: z.string(),
  prompts: z.partialRecord(PromptId, z.string()),
});
export type Rerun = z.infer<typeof Rerun>;

/** An instance of a run as it is kept. */
export interface StoredAgentItem {
  readonly item: AgentItem;
  readonly rerun: Rerun | undefined;
}

interface Row {
  key: string;
  state: string;
  attempts: number;
  rerun: string | null;
  verdict: string | null;
  rounds: number;
  outcome: string | null;
}
function fromRow(row: Row): StoredAgentItem {
  const item = AgentItem.parse({
    missing: [],
    tokensIn: 0,
    tokensOut: 0,
    seconds: 0,
    ...(row.outcome === null ? {} : (JSON.parse(row.outcome) as object)), // written below only
    key: row.key,
    state: row.state,
    attempts: row.attempts,
    rounds: row.rounds,
    ...(row.verdict !== null && { verdict: row.verdict }),
  });
  return { item, rerun: row.rerun === null ? undefined : Rerun.parse(JSON.parse(row.rerun)) };
}

const COLUMNS = 'key, state, attempts, rerun, verdict, rounds, outcome';

/** Lists the instances of a run, in their order. */
export function insertAgentItems(db: WritableDb, runId: AgentRunId, keys: readonly string[]): void {
  const add = db.prepare('INSERT INTO agent_items (run_id, position, key) VALUES (?, ?, ?)');
  keys.forEach((key, position) => add.run(runId, position, key));
}

/** Instances that are still to be answered, in their order. */
export function listWaiting(db: ReadableDb, runId: AgentRunId): string[] {
  return db
    .prepare<[number], string>(
      `SELECT key FROM agent_items WHERE run_id = ? AND state = 'waiting' ORDER BY position`,
    )
    .pluck()
    .all(runId);
}

/** @throws AppError 'not-found' */
export function getAgentItem(db: ReadableDb, runId: AgentRunId, key: string): StoredAgentItem {
  const row = db
    .prepare<[number, string], Row>(
      `SELECT ${COLUMNS} FROM agent_items WHERE run_id = ? AND key = ?`,
    )
    .get(runId, key);
  if (row !== undefined) return fromRow(row);
  throw new AppError(
    'not-found',
    `Cannot find the trace: this run of the agent has no such instance. "${key}"`,
  );
}

/** A page of a run's instances. */
export function listAgentItems(
  db: ReadableDb,
  runId: AgentRunId,
  page: {
    readonly verdict?: AgentVerdict | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly items: AgentItem[]; readonly total: number } {
  const { verdict = null, offset, limit } = page;
  const where = verdict === null ? 'run_id = ?' : 'run_id = ? AND verdict = ?';
  const bound = verdict === null ? [runId] : [runId, verdict];
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT ${COLUMNS} FROM agent_items WHERE ${where} ORDER BY position LIMIT ? OFFSET ?`,
    )
    .all(...bound, limit, offset);
  const total = db
    .prepare<unknown[], number>(`SELECT count(*) FROM agent_items WHERE ${where}`)
    .pluck()
    .get(...bound);
  return { items: rows.map((row) => fromRow(row).item), total: total ?? 0 };
}

/** An instance in all runs that have it, newest first. */
export function listItemsOf(
  db: ReadableDb,
  key: string,
): { readonly runId: AgentRunId; readonly item: AgentItem }[] {
  return db
    .prepare<[string], Row & { run_id: number }>(
      `SELECT run_id, ${COLUMNS} FROM agent_items WHERE key = ? ORDER BY run_id DESC`,
    )
    .all(key)
    .map((row) => ({ runId: AgentRunId.parse(row.run_id), item: fromRow(row).item }));
}

/** What came of an instance; its prediction is one record of the prediction file. */
export function saveAgentOutcome(
  db: WritableDb,
  runId: AgentRunId,
  item: AgentItem,
  prediction: string | undefined,
): void {
  const { key, verdict, rounds, missing } = item;
  db.prepare(
    `UPDATE agent_items SET state = 'done', rerun = NULL, verdict = ?, rounds = ?, missing = ?,
       outcome = ?, prediction = ? WHERE run_id = ? AND key = ?`,
  ).run(
    verdict ?? null,
    rounds,
    missing.length,
    JSON.stringify(item),
    prediction ?? null,
    runId,
    key,
  );
}

/** Lets an instance be run again, in a new attempt. @returns which attempt that is */
export function saveRerun(db: WritableDb, runId: AgentRunId, key: string, rerun: Rerun): number {
  const attempts = getAgentItem(db, runId, key).item.attempts + 1;
  db.prepare(
    `UPDATE agent_items SET state = 'waiting', attempts = ?, rerun = ?, verdict = NULL
     WHERE run_id = ? AND key = ?`,
  ).run(attempts, JSON.stringify(rerun), runId, key);
  return attempts;
}

/**
 * Records of a prediction file: of every instance that any run into this file answered, the newest
 * answer; in the order of the instances.
 */
export function listPredictions(
  db: ReadableDb,
  out: string,
): { readonly key: string; readonly ordinal: number; readonly record: string }[] {
  return db
    .prepare<[string], { key: string; ordinal: number; record: string }>(
      `SELECT a.key AS key, ifnull(i.ordinal, 1) AS ordinal, a.prediction AS record FROM agent_items a
       JOIN agent_runs r ON r.id = a.run_id
       LEFT JOIN instances i ON i.key = a.key
       WHERE r.out = ? AND a.prediction IS NOT NULL AND a.run_id = (
         SELECT max(b.run_id) FROM agent_items b JOIN agent_runs s ON s.id = b.run_id
         WHERE b.key = a.key AND s.out = r.out AND b.prediction IS NOT NULL)
       ORDER BY i.id, a.key`,
    )
    .all(out);
}
