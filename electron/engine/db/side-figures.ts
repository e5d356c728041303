import type { ReadableDb } from './handle.ts';
import { SIDES, sequenceId, type Side } from './sequences.ts';

/** Characters of the raw content of every task or reference, or of a model's responses. */
export function eachLength(
  db: ReadableDb,
  side: Side,
  modelId: number | undefined,
  each: (instanceId: number, characters: number) => void,
): void {
  eachOfSide<number>(db, 'length(s.content)', side, modelId, each);
}

/** Packed counts of distinct items (see `packCounts`) of the same. */
export function eachCounts(
  db: ReadableDb,
  side: Side,
  modelId: number | undefined,
  each: (instanceId: number, counts: string) => void,
): void {
  eachOfSide<string>(db, 's.counts', side, modelId, each);
}

function eachOfSide<T>(
  db: ReadableDb,
  what: string,
  side: Side,
  modelId: number | undefined,
  each: (instanceId: number, value: T) => void,
): void {
  const first = sequenceId(side, 0);
  if (side === 'response') {
    const rows = db
      .prepare<[number, number | undefined], [number, T]>(
        `SELECT r.instance_id, ${what} FROM responses r JOIN segments s ON s.sequence_id = r.id + ?
         WHERE r.model_id = ? AND r.instance_id IS NOT NULL ORDER BY r.id`,
      )
      .raw();
    for (const [instanceId, value] of rows.iterate(first, modelId)) each(instanceId, value);
    return;
  }
  const next = SIDES[SIDES.indexOf(side) + 1] ?? 'response';
  const rows = db
    .prepare<[number, number], [number, T]>(
      `SELECT s.sequence_id, ${what} FROM segments s
       WHERE s.sequence_id >= ? AND s.sequence_id < ? ORDER BY s.sequence_id`,
    )
    .raw();
  for (const [id, value] of rows.iterate(first, sequenceId(next, 0))) each(id - first, value);
}
