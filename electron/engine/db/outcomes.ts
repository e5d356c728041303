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

/** What was found, without its figures; inspections have figures and no value. */
export type OutcomeHead =
  | { readonly status: 'scored'; readonly value: number; readonly raw: number }
  | { readonly status: 'inspected' }
  | { readonly status: 'unscored'; readonly code: UnscoredCode; readonly reason: string };

/** An outcome to keep, with the figures that it was made of. */
export type OutcomeDraft =
  | (Exclude<OutcomeHead, { status: 'unscored' }> & { readonly components: unknown })
  | Extract<OutcomeHead, { status: 'unscored' }>;

/** A kept outcome; its figures, which are as large as everything else together, stay where they are. */
export type StoredOutcome = OutcomeHead & { readonly id: number };

interface OutcomeRow {
  id: number;
  status: string;
  value: number | null;
  raw: number | null;
  code: string | null;
  reason: string | null;
}
function fromRow({ id, status, value, raw, code, reason }: OutcomeRow): StoredOutcome {
  if (status === 'scored') return { id, status, value: value ?? 0, raw: raw ?? 0 };
  if (status === 'inspected') return { id, status };
  return {
    id,
    status: 'unscored',
    code: (code ?? 'not-run') as UnscoredCode, // written by the writer below only
    reason: reason ?? '',
  };
}
const COLUMNS = 'id, status, value, raw, code, reason';

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
       code, reason, components, seconds, computed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const find = prepareOutcomeFinder(db);
  return (key, outcome, seconds, computedAt) => {
    const { metric, version, contentHash, settingsHash } = key;
    const isScored = outcome.status === 'scored';
    const isUnscored = outcome.status === 'unscored';
    add.run(
      metric,
      version,
      contentHash,
      settingsHash,
      outcome.status,
      isScored ? outcome.value : null,
      isScored ? outcome.raw : null,
      isUnscored ? outcome.code : null,
      isUnscored ? outcome.reason : null,
      isUnscored ? null : JSON.stringify(outcome.components),
      seconds,
      computedAt,
    );
    const kept = find(key);
    if (kept === undefined) throw new Error(`outcome was not kept: ${contentHash}`);
    return kept.id;
  };
}
