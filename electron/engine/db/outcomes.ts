import type { UnscoredCode } from '../../../shared/model/score.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What an outcome was computed from, and how: the same key has the same outcome. */
export interface OutcomeKey {
  readonly metric: string;
  readonly version: number;
  /** SHA-256 of the bytes, hex. */
  readonly contentHash: string;
  /** Of everything else that decides it: profile, modality, extension, settings. */
  readonly settingsHash: string;
}

/** One figure: in [0, 1], and on its own scale. */
export interface OutcomeFigure {
  readonly value: number;
  readonly raw: number;
  /** How a judge's 1..5 was turned into `value`; a score may have it by another scale since. */
  readonly scale?: string | undefined;
}

/** What was found, without what it was made of; inspections have no value. */
export type OutcomeHead =
  /** By the metric of the score: mostly the outcome's own; one question gives HC and SH. */
  | { readonly status: 'scored'; readonly figures: Readonly<Record<string, OutcomeFigure>> }
  | { readonly status: 'inspected' }
  | { readonly status: 'unscored'; readonly code: UnscoredCode; readonly reason: string };

/** An outcome to keep, with what it was made of. */
export type OutcomeDraft =
  | (Exclude<OutcomeHead, { status: 'unscored' }> & { readonly components: unknown })
  | (Extract<OutcomeHead, { status: 'unscored' }> & { readonly components?: unknown });

/** A kept outcome; its components, which are as large as everything else together, stay where they are. */
export type StoredOutcome = OutcomeHead & { readonly id: number };

interface OutcomeRow {
  id: number;
  metric: string;
  status: string;
  value: number | null;
  raw: number | null;
  figures: string | null;
  code: string | null;
  reason: string | null;
}
function fromRow({
  id,
  metric,
  status,
  value,
  raw,
  figures,
  code,
  reason,
}: OutcomeRow): StoredOutcome {
  if (status === 'scored') {
    const own = { [metric]: { value: value ?? 0, raw: raw ?? 0 } };
    return { id, status, figures: figures === null ? own : parseFigures(figures) };
  }
  if (status === 'inspected') return { id, status };
  return {
    id,
    status: 'unscored',
    code: (code ?? 'not-run') as UnscoredCode, // written by the writer below only
    reason: reason ?? '',
  };
}
const COLUMNS = 'id, metric, status, value, raw, figures, code, reason';

/** The figure of the outcome's own metric has columns; several, and judged ones, are kept as JSON. */
function toColumns(metric: string, figures: Readonly<Record<string, OutcomeFigure>>) {
  const own = figures[metric];
  const isPlain = own?.scale === undefined && Object.keys(figures).length === 1;
  return own !== undefined && isPlain
    ? { value: own.value, raw: own.raw, figures: null }
    : { value: null, raw: null, figures: JSON.stringify(figures) };
}

function parseFigures(text: string): Record<string, OutcomeFigure> {
  return JSON.parse(text) as Record<string, OutcomeFigure>; // written above only
}

/** Prepares the look-up. @returns undefined where nothing was computed yet */
export function prepareOutcomeFinder(
  db: ReadableDb,
): (key: OutcomeKey) => StoredOutcome | undefined {
  const find = db.prepare<[string, number, string, string], OutcomeRow>(
    `SELECT ${COLUMNS} FROM outcomes
     WHERE metric = ? AND metric_version = ? AND content_hash = ? AND settings_hash = ?`,
  );
  return ({ metric, version, contentHash, settingsHash }) => {
    const row = find.get(metric, version, contentHash, settingsHash);
    return row === undefined ? undefined : fromRow(row);
  };
}

/** Keeps an outcome; one that is there already stays as it is. @returns its id */
export type OutcomeWriter = (
  key: OutcomeKey,
  outcome: OutcomeDraft,
  seconds: number,
  computedAt: string,
) => number;

/** Prepares the statements. */
export function prepareOutcomeWriter(db: WritableDb): OutcomeWriter {
  const add = db.prepare(
    `INSERT INTO outcomes (metric, metric_version, content_hash, settings_hash, status, value, raw,
       figures, code, reason, components, seconds, computed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const find = prepareOutcomeFinder(db);
  return (key, outcome, seconds, computedAt) => {
    const { metric, version, contentHash, settingsHash } = key;
    const figures = outcome.status === 'scored' ? toColumns(metric, outcome.figures) : undefined;
    const isUnscored = outcome.status === 'unscored';
    add.run(
      metric,
      version,
      contentHash,
      settingsHash,
      outcome.status,
      figures?.value ?? null,
      figures?.raw ?? null,
      figures?.figures ?? null,
      isUnscored ? outcome.code : null,
      isUnscored ? outcome.reason : null,
      outcome.components === undefined ? null : JSON.stringify(outcome.components),
      seconds,
      computedAt,
    );
    const kept = find(key);
    if (kept === undefined) throw new Error(`outcome was not kept: ${contentHash}`);
    return kept.id;
  };
}

/** An outcome with what it was made of. */
export type OutcomeDetail = StoredOutcome & {
  readonly key: OutcomeKey;
  /** As JSON gives it; undefined where there is none. */
  readonly components: unknown;
};

/** @returns undefined when there is no outcome with this id */
export function findOutcomeDetail(db: ReadableDb, id: number): OutcomeDetail | undefined {
  const row = db
    .prepare<
      [number],
      OutcomeRow & {
        metric_version: number;
        content_hash: string;
        settings_hash: string;
        components: string | null;
      }
    >('SELECT * FROM outcomes WHERE id = ?')
    .get(id);
  if (row === undefined) return undefined;
  return {
    ...fromRow(row),
    key: {
      metric: row.metric,
      version: row.metric_version,
      contentHash: row.content_hash,
      settingsHash: row.settings_hash,
    },
    components: row.components === null ? undefined : (JSON.parse(row.components) as unknown),
  };
}

/**
 * Lets outcomes be computed anew: they are no longer found by their keys. Scores that point at them keep
 * what they are made of until they get new ones.
 */
export function giveUpOutcomes(db: WritableDb, ids: readonly number[]): void {
  const giveUp = db.prepare(
    `UPDATE outcomes SET settings_hash = settings_hash || '#' || id
     WHERE id = ? AND instr(settings_hash, '#') = 0`,
  );
  for (const id of ids) giveUp.run(id);
}
