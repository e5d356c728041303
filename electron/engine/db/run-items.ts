import type { RunId, RunMetric } from '../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../shared/model/score.ts';
import { giveUpCalls } from './calls.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { listCallsBehind } from './judged-outcomes.ts';
import { giveUpOutcomes } from './outcomes.ts';
import { sequenceId } from './sequences.ts';

/** A response that may have items to score. */
export interface WorkResponse {
  readonly responseId: number;
  readonly instanceId: number;
  readonly modelId: number;
  readonly fileId: number;
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  readonly strip: string;
  /** Its `modal` entries, parted by spaces. */
  readonly tags: string;
}

const OF_RESPONSE = `r.id AS responseId, r.instance_id AS instanceId, r.model_id AS modelId,
  r.file_id AS fileId, n.key, n.field, n.subdomain`;

/** Which responses are meant. */
export interface ResponseScope {
  /** Row ids. */
  readonly modelIds: readonly number[];
  /** Row ids; all instances when absent. */
  readonly instanceIds?: readonly number[] | undefined;
}

/** Some responses with an instance, in the order of import, from behind a row id on. */
export function listWorkResponses(
  db: ReadableDb,
  { modelIds, instanceIds }: ResponseScope,
  afterId: number,
  limit: number,
): WorkResponse[] {
  const ofInstances =
    instanceIds === undefined
      ? ''
      : 'AND r.instance_id IN (SELECT value FROM json_each(:instances))';
  return db
    .prepare<Record<string, string | number>, WorkResponse>(
      `SELECT ${OF_RESPONSE}, s.strip, ifnull((SELECT group_concat(tag, ' ' ORDER BY position)
         FROM items WHERE sequence_id = r.id + :first), '') AS tags
       FROM responses r JOIN instances n ON n.id = r.instance_id
       JOIN segments s ON s.sequence_id = r.id + :first
       WHERE r.id > :after AND r.model_id IN (SELECT value FROM json_each(:models)) ${ofInstances}
       ORDER BY r.id LIMIT :limit`,
    )
    .all({
      after: afterId,
      limit,
      first: sequenceId('response', 0),
      models: JSON.stringify(modelIds),
      ...(instanceIds !== undefined && { instances: JSON.stringify(instanceIds) }),
    });
}

/** One item of a run that waits; what it belongs to may have gone since it was written down. */
export interface PendingItem {
  readonly id: number;
  /** Empty for the whole response. */
  readonly tag: string;
  readonly metric: RunMetric;
  readonly response: Omit<WorkResponse, 'strip' | 'tags'> | undefined;
}

type PendingRow = { id: number; tag: string; metric: string } & Partial<
  Omit<WorkResponse, 'strip' | 'tags'>
>;

/** Some items that wait for a doer, in order, from behind a row id on. */
export function listPendingItems(
  db: ReadableDb,
  runId: RunId,
  doer: string,
  afterId: number,
  limit: number,
): PendingItem[] {
  return db
    .prepare<[number, string, number, number], PendingRow>(
      `SELECT w.id, w.tag, w.metric, ${OF_RESPONSE} FROM run_items w
       LEFT JOIN responses r ON r.id = w.response_id LEFT JOIN instances n ON n.id = r.instance_id
       WHERE w.run_id = ? AND w.status = 'pending' AND w.doer = ? AND w.id > ?
       ORDER BY w.id LIMIT ?`,
    )
    .all(runId, doer, afterId, limit)
    .map(({ id, tag, metric, ...response }) => ({
      id,
      tag,
      metric: metric as RunMetric, // written below only
      response: isThere(response) ? response : undefined,
    }));
}

function isThere(
  response: Partial<Omit<WorkResponse, 'strip' | 'tags'>>,
): response is Omit<WorkResponse, 'strip' | 'tags'> {
  return typeof response.key === 'string' && typeof response.instanceId === 'number';
}

/** Writes down and settles the items of a run; prepared once. */
export interface RunItemWriter {
  /** Written down twice is written down once. */
  readonly add: (
    runId: RunId,
    item: {
      readonly responseId: number;
      readonly tag: string;
      readonly metric: RunMetric;
      readonly doer: string;
    },
  ) => void;
  /** @returns false when it was settled before */
  readonly remove: (id: number) => boolean;
  /** @returns false when it was settled before */
  readonly fail: (
    id: number,
    code: UnscoredCode,
    reason: string,
    outcomeId: number | undefined,
  ) => boolean;
}

/** Prepares the statements. */
export function prepareRunItemWriter(db: WritableDb): RunItemWriter {
  const add = db.prepare(
    `INSERT INTO run_items (run_id, response_id, tag, metric, doer, status)
     VALUES (?, ?, ?, ?, ?, 'pending') ON CONFLICT DO NOTHING`,
  );
  const remove = db.prepare(`DELETE FROM run_items WHERE id = ? AND status = 'pending'`);
  const fail = db.prepare(
    `UPDATE run_items SET status = 'failed', code = ?, reason = ?, outcome_id = ?
     WHERE id = ? AND status = 'pending'`,
  );
  return {
    add: (runId, { responseId, tag, metric, doer }) =>
      void add.run(runId, responseId, tag, metric, doer),
    remove: (id) => remove.run(id).changes === 1,
    fail: (id, code, reason, outcomeId) =>
      fail.run(code, reason, outcomeId ?? null, id).changes === 1,
  };
}

/** Items without a figure for one reason, with one of them. */
export interface FailureGroup {
  readonly code: UnscoredCode;
  readonly reason: string;
  readonly count: number;
  readonly key: string;
  readonly model: string;
  readonly tag: string;
  readonly metric: RunMetric;
  readonly response: Omit<WorkResponse, 'strip' | 'tags'> | undefined;
}

/** Failures of a run by code and reason, the most frequent first. */
export function listFailures(db: ReadableDb, runId: RunId): FailureGroup[] {
  const rows = db
    .prepare<
      [number],
      PendingRow & { code: string; reason: string; count: number; model: string | null }
    >(
      `SELECT w.id, w.tag, w.metric, w.code, w.reason, w.count, m.name AS model, ${OF_RESPONSE}
       FROM (SELECT min(id) AS id, count(*) AS count, code, reason, tag, metric, response_id
         FROM run_items WHERE run_id = ? AND status = 'failed' GROUP BY code, reason) w
       LEFT JOIN responses r ON r.id = w.response_id LEFT JOIN instances n ON n.id = r.instance_id
       LEFT JOIN models m ON m.id = r.model_id ORDER BY w.count DESC, w.code, w.reason`,
    )
    .all(runId);
  return rows.map(({ id: _id, tag, metric, code, reason, count, model, ...response }) => ({
    code: code as UnscoredCode, // written above only, as is the metric
    reason,
    count,
    key: response.key ?? '',
    model: model ?? '',
    tag,
    metric: metric as RunMetric,
    response: isThere(response) ? response : undefined,
  }));
}

/**
 * Lets failed items wait again, and gives up their outcomes and the failed calls behind them, so that
 * they are computed and asked anew.
 *
 * @returns how many there were, by code
 */
export function retryFailedItems(
  db: WritableDb,
  runId: RunId,
  code: UnscoredCode | undefined,
): Partial<Record<UnscoredCode, number>> {
  const meant = `run_id = @runId AND status = 'failed' AND (@code IS NULL OR code = @code)`;
  const bound = { runId, code: code ?? null };
  const counts = db
    .prepare<[typeof bound], { code: UnscoredCode; count: number }>(
      `SELECT code, count(*) AS count FROM run_items WHERE ${meant} GROUP BY code`,
    )
    .all(bound);
  const outcomeIds = db
    .prepare<[typeof bound], number>(
      `SELECT DISTINCT outcome_id FROM run_items WHERE ${meant} AND outcome_id IS NOT NULL
       ORDER BY outcome_id`,
    )
    .pluck()
    .all(bound);
  const { judge, captions } = listCallsBehind(db, outcomeIds);
  giveUpCalls(db, [...judge, ...captions.map(({ callId }) => callId)], 'failed');
  giveUpOutcomes(db, outcomeIds);
  db.prepare(
    `UPDATE run_items SET status = 'pending', code = NULL, reason = NULL, outcome_id = NULL
     WHERE ${meant}`,
  ).run(bound);
  return Object.fromEntries(counts.map((row) => [row.code, row.count]));
}
