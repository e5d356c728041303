import type { Score, UnscoredCode } from '../../../shared/model/score.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What is written of one figure. `fileId` is the result file it was imported from. */
export interface ScoreDraft {
  readonly modelId: number;
  readonly instanceId: number;
  readonly metric: string;
  readonly metricVersion: number;
  readonly tag?: string | undefined;
  readonly value?: number | undefined;
  readonly raw?: number | undefined;
  readonly unscored?: { readonly code: UnscoredCode; readonly reason: string } | undefined;
  readonly scale?: string | undefined;
  readonly fileId?: number | undefined;
  /** What a run computed it from; its evidence is kept there, once for equal files. */
  readonly outcomeId?: number | undefined;
}

interface ScoreRow {
  model_id: number;
  metric: string;
  tag: string;
  metric_version: number;
  value: number | null;
  raw: number | null;
  unscored_code: string | null;
  unscored_reason: string | null;
  scale: string | null;
  is_imported: number;
  path: string | null;
  is_example: number | null;
  components: string | null;
}
function fromRow(row: ScoreRow): Score {
  const evidence = row.components === null ? undefined : (JSON.parse(row.components) as unknown);
  const origin = row.path ?? judgeOf(evidence);
  return {
    metric: row.metric,
    metricVersion: row.metric_version,
    ...(row.tag === '' ? {} : { tag: row.tag }),
    ...(row.value === null ? {} : { value: row.value }),
    ...(row.raw === null ? {} : { raw: row.raw }),
    ...(row.unscored_code === null
      ? {}
      : {
          unscored: {
            code: row.unscored_code as UnscoredCode, // written by the writer below only
            reason: row.unscored_reason ?? '',
          },
        }),
    ...(evidence === undefined ? {} : { evidence }),
    source: {
      kind: row.is_imported === 0 ? 'computed' : 'imported',
      isExample: row.is_example === 1,
      ...(origin === undefined ? {} : { origin }),
      ...(row.scale === null ? {} : { scale: row.scale }),
    },
  };
}

/** The judge's model, where a judge was asked. */
function judgeOf(evidence: unknown): string | undefined {
  const isJudged = typeof evidence === 'object' && evidence !== null && 'judge' in evidence;
  return isJudged && typeof evidence.judge === 'string' ? evidence.judge : undefined;
}

/**
 * Every figure kept for one model's response to one instance, its items' included. Of an item with a
 * computed and an imported figure the computed one comes first.
 */
export function listScoresOf(db: ReadableDb, instanceId: number, modelId: number): Score[] {
  return db
    .prepare<[number, number], ScoreRow>(
      `SELECT s.*, f.path, src.is_example, o.components FROM scores s
       LEFT JOIN files f ON f.id = s.file_id LEFT JOIN sources src ON src.id = f.source_id
       LEFT JOIN outcomes o ON o.id = s.outcome_id
       WHERE s.model_id = ? AND s.instance_id = ? ORDER BY s.metric, s.tag, s.is_imported`,
    )
    .all(modelId, instanceId)
    .map(fromRow);
}

/** A figure that a run gave, or could not give. */
export interface ComputedScore {
  readonly metric: string;
  /** Empty for the whole response. */
  readonly tag: string;
  readonly outcomeId: number | undefined;
  readonly unscored: { readonly code: UnscoredCode; readonly reason: string } | undefined;
}

/** What runs have written for one response, by metric and tag. */
export function listComputedScores(
  db: ReadableDb,
  instanceId: number,
  modelId: number,
): ComputedScore[] {
  return db
    .prepare<
      [number, number],
      Pick<ScoreRow, 'metric' | 'tag' | 'unscored_code' | 'unscored_reason'> & {
        outcome_id: number | null;
      }
    >(
      `SELECT metric, tag, outcome_id, unscored_code, unscored_reason FROM scores
       WHERE model_id = ? AND instance_id = ? AND is_imported = 0 ORDER BY metric, tag`,
    )
    .all(modelId, instanceId)
    .map((row) => ({
      metric: row.metric,
      tag: row.tag,
      outcomeId: row.outcome_id ?? undefined,
      unscored:
        row.unscored_code === null
          ? undefined
          : { code: row.unscored_code as UnscoredCode, reason: row.unscored_reason ?? '' },
    }));
}

/**
 * Writes figures; a figure of the same metric, response and tag is replaced, but an imported one never
 * by a computed one, nor the other way round.
 */
export interface ScoreWriter {
  readonly save: (draft: ScoreDraft) => void;
  /** A computed figure of a whole response. */
  readonly saveValue: (
    modelId: number,
    instanceId: number,
    metric: { readonly id: string; readonly version: number },
    value: number,
  ) => void;
  readonly removeOfInstance: (instanceId: number, modelId: number) => void;
  /** Forgets what was computed for a response; imported figures stay. */
  readonly removeComputed: (instanceId: number, modelId: number) => void;
}

/** Prepares the statements. */
export function prepareScoreWriter(db: WritableDb): ScoreWriter {
  const save = db.prepare(
    `INSERT OR REPLACE INTO scores (model_id, instance_id, metric, tag, metric_version, value, raw,
       unscored_code, unscored_reason, scale, file_id, is_imported, outcome_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // computed figures are most of all rows, and have nothing but a value
  const saveValue = db.prepare(
    `INSERT OR REPLACE INTO scores (model_id, instance_id, metric, metric_version, value)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const removeOfInstance = db.prepare('DELETE FROM scores WHERE model_id = ? AND instance_id = ?');
  const removeComputed = db.prepare(
    'DELETE FROM scores WHERE model_id = ? AND instance_id = ? AND is_imported = 0',
  );
  return {
    save: (draft) =>
      void save.run(
        draft.modelId,
        draft.instanceId,
        draft.metric,
        draft.tag ?? '',
        draft.metricVersion,
        draft.value ?? null,
        draft.raw ?? null,
        draft.unscored?.code ?? null,
        draft.unscored?.reason ?? null,
        draft.scale ?? null,
        draft.fileId ?? null,
        draft.fileId === undefined ? 0 : 1,
        draft.outcomeId ?? null,
      ),
    saveValue: (modelId, instanceId, { id, version }, value) =>
      void saveValue.run(modelId, instanceId, id, version, value),
    removeOfInstance: (instanceId, modelId) => void removeOfInstance.run(modelId, instanceId),
    removeComputed: (instanceId, modelId) => void removeComputed.run(modelId, instanceId),
  };
}

/**
 * Turns figures of a judge's 1..5 into [0, 1] by another scale, imported and computed ones; 0 stands for
 * an empty response on either.
 */
export function rescaleScores(
  db: WritableDb,
  scale: { readonly label: string; readonly otherLabel: string; readonly isLinear: boolean },
): void {
  const value = scale.isLinear ? '(raw - 1) / 4.0' : 'raw / 5.0';
  db.prepare(
    `UPDATE scores SET value = CASE WHEN raw <= 0 THEN 0 ELSE ${value} END, scale = :label
     WHERE scale = :otherLabel AND value IS NOT NULL AND raw IS NOT NULL`,
  ).run({ label: scale.label, otherLabel: scale.otherLabel });
}

/** Files from which figures of an instance were imported. */
export function listScoreFiles(db: ReadableDb, instanceId: number, modelId: number): number[] {
  return db
    .prepare<[number, number], number>(
      `SELECT DISTINCT file_id FROM scores
       WHERE model_id = ? AND instance_id = ? AND file_id IS NOT NULL`,
    )
    .pluck()
    .all(modelId, instanceId);
}

/** Metrics of which a model has a figure, in alphabetical order. */
export function listMetricsOf(db: ReadableDb, modelId: number): string[] {
  return db
    .prepare<[number], string>(
      'SELECT DISTINCT metric FROM scores WHERE model_id = ? AND value IS NOT NULL ORDER BY metric',
    )
    .pluck()
    .all(modelId);
}

/**
 * Calls back for each response of a model with its figures, in the order of `metrics`: the response's
 * own, or the mean of its items' where the metric is one of items (GQ); null where there is none. An item
 * counts once: with the figure that was computed, else with the imported one.
 */
export function eachScoreRow(
  db: ReadableDb,
  modelId: number,
  metrics: readonly string[],
  each: (instanceId: number, values: readonly (number | null)[]) => void,
): void {
  if (metrics.length === 0) return;
  const cells = metrics.map(() => 'avg(value) FILTER (WHERE metric = ?)').join(', ');
  const rows = db
    .prepare<unknown[], [number, ...(number | null)[]]>(
      `SELECT instance_id, ${cells} FROM scores s WHERE model_id = ? AND (is_imported = 0
         OR NOT EXISTS (SELECT 1 FROM scores c WHERE c.model_id = s.model_id
           AND c.instance_id = s.instance_id AND c.metric = s.metric AND c.tag = s.tag
           AND c.is_imported = 0 AND c.value IS NOT NULL)) GROUP BY instance_id`,
    )
    .raw();
  for (const [instanceId, ...values] of rows.iterate(...metrics, modelId)) each(instanceId, values);
}

/** Metrics with a figure, and whether any of them is an example, by model. */
export function listScoredMetrics(
  db: ReadableDb,
): { modelId: number; metric: string; isExample: boolean }[] {
  return db
    .prepare<[], { model_id: number; metric: string; is_example: number }>(
      `SELECT s.model_id, s.metric, max(ifnull(src.is_example, 0)) AS is_example FROM scores s
       LEFT JOIN files f ON f.id = s.file_id LEFT JOIN sources src ON src.id = f.source_id
       WHERE s.value IS NOT NULL GROUP BY s.model_id, s.metric ORDER BY s.model_id, s.metric`,
    )
    .all()
    .map((row) => ({
      modelId: row.model_id,
      metric: row.metric,
      isExample: row.is_example === 1,
    }));
}
