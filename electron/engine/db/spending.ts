// What runs spent is counted in the transaction that keeps a call, so that showing it costs nothing
// however many calls there are.
import { ROLE_IDS, RoleId } from '../../../shared/model/endpoint.ts';
import type { CallEstimate, Spending, SpendingTotals } from '../../../shared/model/judge.ts';
import type { RunId } from '../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** One call as it counts. */
export interface SpentCall {
  readonly role: RoleId;
  readonly model: string;
  readonly isFailed: boolean;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Undefined where the endpoint has no price. */
  readonly costUsd: number | undefined;
  readonly latencyMs: number;
}

interface SpendingRow {
  role: string;
  model: string;
  calls: number;
  failed: number;
  from_cache: number;
  tokens_in: number;
  tokens_out: number;
  cost_usd: number;
  unpriced: number;
  latencies: string;
}
function fromRow(row: SpendingRow): Spending {
  const latencies = parseLatencies(row.latencies);
  return {
    role: RoleId.parse(row.role),
    model: row.model,
    calls: row.calls,
    failed: row.failed,
    fromCache: row.from_cache,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    ...(row.unpriced === 0 && { costUsd: row.cost_usd }),
    ...(row.calls > 0 && {
      latencyMsMedian: quantile(latencies, 0.5),
      latencyMsP95: quantile(latencies, 0.95),
    }),
  };
}

/** What a run spent, by role. */
export function listSpending(db: ReadableDb, runId: RunId): Spending[] {
  return db
    .prepare<[number], SpendingRow>('SELECT * FROM run_spending WHERE run_id = ? ORDER BY model')
    .all(runId)
    .map(fromRow)
    .sort((a, b) => ROLE_IDS.indexOf(a.role) - ROLE_IDS.indexOf(b.role));
}

/** All roles of a run together. */
export function sumSpending(spending: readonly Spending[]): SpendingTotals {
  const sum = (of: (one: Spending) => number) => spending.reduce((all, one) => all + of(one), 0);
  const isPriced = spending.every(({ costUsd }) => costUsd !== undefined);
  return {
    calls: sum((one) => one.calls),
    failed: sum((one) => one.failed),
    fromCache: sum((one) => one.fromCache),
    tokensIn: sum((one) => one.tokensIn),
    tokensOut: sum((one) => one.tokensOut),
    ...(isPriced && { costUsd: sum((one) => one.costUsd ?? 0) }),
  };
}

/** Mean tokens of one call of a role, over all runs. @returns undefined before the first */
export function findMeanTokens(
  db: ReadableDb,
  role: RoleId,
  model: string,
): Pick<CallEstimate, 'tokensIn' | 'tokensOut'> | undefined {
  const row = db
    .prepare<[string, string], { calls: number; tokens_in: number; tokens_out: number }>(
      `SELECT ifnull(sum(calls), 0) AS calls, ifnull(sum(tokens_in), 0) AS tokens_in,
         ifnull(sum(tokens_out), 0) AS tokens_out FROM run_spending WHERE role = ? AND model = ?`,
    )
    .get(role, model);
  if (row === undefined || row.calls === 0) return undefined;
  return { tokensIn: row.tokens_in / row.calls, tokensOut: row.tokens_out / row.calls };
}

/** Counts what a run spends; to be called in the transaction that keeps the call. */
export interface SpendingWriter {
  readonly add: (runId: RunId, call: SpentCall) => void;
  /** Questions that were answered before. */
  readonly addFromCache: (runId: RunId, role: RoleId, model: string, count: number) => void;
}

/** Prepares the statements. */
export function prepareSpendingWriter(db: WritableDb): SpendingWriter {
  const begin = db.prepare(
    'INSERT INTO run_spending (run_id, role, model) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const latenciesOf = db
    .prepare<[number, string, string], string>(
      'SELECT latencies FROM run_spending WHERE run_id = ? AND role = ? AND model = ?',
    )
    .pluck();
  const add = db.prepare(
    `UPDATE run_spending SET calls = calls + 1, failed = failed + ?, tokens_in = tokens_in + ?,
       tokens_out = tokens_out + ?, cost_usd = cost_usd + ?, unpriced = unpriced + ?, latencies = ?
     WHERE run_id = ? AND role = ? AND model = ?`,
  );
  const addFromCache = db.prepare(
    `UPDATE run_spending SET from_cache = from_cache + ?
     WHERE run_id = ? AND role = ? AND model = ?`,
  );
  return {
    add(runId, { role, model, isFailed, tokensIn, tokensOut, costUsd, latencyMs }) {
      begin.run(runId, role, model);
      const latencies = parseLatencies(latenciesOf.get(runId, role, model) ?? '{}');
      const bucket = bucketOf(latencyMs);
      latencies[bucket] = (latencies[bucket] ?? 0) + 1;
      const isUnpriced = costUsd === undefined;
      add.run(
        isFailed ? 1 : 0,
        tokensIn,
        tokensOut,
        costUsd ?? 0,
        isUnpriced ? 1 : 0,
        JSON.stringify(latencies),
        runId,
        role,
        model,
      );
    },
    addFromCache(runId, role, model, count) {
      begin.run(runId, role, model);
      addFromCache.run(count, runId, role, model);
    },
  };
}

/** Calls by how long they took, in steps of 10 %: a quantile is within 5 % of the exact one. */
type Latencies = Record<string, number>;

const STEP = Math.log(1.1);
const bucketOf = (ms: number) => String(Math.round(Math.log(Math.max(ms, 1)) / STEP));
const msOf = (bucket: number) => Math.exp(bucket * STEP);

function parseLatencies(text: string): Latencies {
  return JSON.parse(text) as Latencies; // written above only
}

function quantile(latencies: Latencies, share: number): number {
  const buckets = Object.keys(latencies)
    .map(Number)
    .sort((a, b) => a - b);
  const count = (bucket: number) => latencies[String(bucket)] ?? 0;
  let left = share * buckets.reduce((sum, bucket) => sum + count(bucket), 0);
  for (const bucket of buckets) {
    left -= count(bucket);
    if (left <= 0) return msOf(bucket);
  }
  return 0;
}
