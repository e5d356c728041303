// What one-click sets and score states look for in the figures that are kept, found by partial indexes
// or only where there can be any.
import type { UnscoredCode } from '../../../shared/model/score.ts';
import type { ReadableDb } from './handle.ts';
import { sequenceId } from './sequences.ts';

type EachResponse = (instanceId: number, modelId: number) => void;

/** Figures that are missing, and for which no other source has one. */
export function eachUnscored(
  db: ReadableDb,
  each: (instanceId: number, modelId: number, code: UnscoredCode) => void,
): void {
  const rows = db
    .prepare<[], [number, number, UnscoredCode]>(
      `SELECT DISTINCT instance_id, model_id, unscored_code FROM scores s
       WHERE unscored_code IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM scores c WHERE c.model_id = s.model_id AND c.instance_id = s.instance_id
           AND c.metric = s.metric AND c.tag = s.tag AND c.value IS NOT NULL)`,
    )
    .raw();
  for (const [instanceId, modelId, code] of rows.iterate()) each(instanceId, modelId, code);
}

/** Responses of which some judgement's repeats lie at least a quarter of its scale apart. */
export function eachDisagreement(db: ReadableDb, each: EachResponse): void {
  const outcomes = "SELECT id FROM outcomes WHERE components ->> '$.gap' >= 0.25";
  if (db.prepare(`${outcomes} LIMIT 1`).get() === undefined) return;
  eachPair(
    db,
    each,
    `SELECT DISTINCT instance_id, model_id FROM scores WHERE outcome_id IN (${outcomes})`,
  );
}

/** Responses with a figure that was imported and one of our own that lie further apart than that. */
export function eachContradiction(db: ReadableDb, apart: number, each: EachResponse): void {
  const hasBoth = db
    .prepare(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM scores WHERE file_id IS NOT NULL)
         AND EXISTS (SELECT 1 FROM outcomes WHERE status = 'scored')`,
    )
    .get();
  if (hasBoth === undefined) return;
  const query = `SELECT DISTINCT i.instance_id, i.model_id FROM scores i CROSS JOIN scores c
    ON c.model_id = i.model_id AND c.instance_id = i.instance_id AND c.metric = i.metric
      AND c.tag = i.tag AND c.is_imported = 0
    WHERE i.is_imported = 1 AND abs(i.value - c.value) > ?`;
  eachPair(db, each, query, apart);
}

/** Responses that name an item whose file is not there. */
export function eachMissingItem(db: ReadableDb, each: EachResponse): void {
  const query = `SELECT DISTINCT r.instance_id, r.model_id FROM items i
    JOIN responses r ON r.id = i.sequence_id - ?
    WHERE i.state = 'missing' AND i.sequence_id >= ? AND r.instance_id IS NOT NULL`;
  const first = sequenceId('response', 0);
  eachPair(db, each, query, first, first);
}

function eachPair(db: ReadableDb, each: EachResponse, query: string, ...bound: number[]): void {
  const rows = db.prepare<number[], [number, number]>(query).raw();
  for (const [instanceId, modelId] of rows.iterate(...bound)) each(instanceId, modelId);
}

/** Keys of what somebody has rated, in a file or here; ratings that were taken back do not count. */
export function listRatedKeys(db: ReadableDb): string[] {
  return db
    .prepare<[], string>(
      `SELECT key FROM ratings UNION SELECT key FROM rating_events e
       WHERE e.kind IN ('value', 'preference') AND e.undoes IS NULL
         AND NOT EXISTS (SELECT 1 FROM rating_events u WHERE u.undoes = e.id)`,
    )
    .pluck()
    .all();
}
