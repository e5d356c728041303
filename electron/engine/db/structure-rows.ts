import type { ReadableDb } from './handle.ts';
import { sequenceId } from './sequences.ts';

/** Packed counts (see `packCounts`) of every reference, in the order of the instances' ids. */
export function eachReferenceCounts(
  db: ReadableDb,
  each: (instanceId: number, counts: string) => void,
): void {
  const first = sequenceId('reference', 0);
  const rows = db
    .prepare<[number, number], [number, string]>(
      'SELECT sequence_id, counts FROM segments WHERE sequence_id >= ? AND sequence_id < ? ORDER BY sequence_id',
    )
    .raw();
  for (const [id, counts] of rows.iterate(first, sequenceId('response', 0)))
    each(id - first, counts);
}

/** Packed counts and strip of every response that has an instance. */
export function eachResponseStructure(
  db: ReadableDb,
  each: (instanceId: number, modelId: number, counts: string, strip: string) => void,
): void {
  const rows = db
    .prepare<[number], [number, number, string, string]>(
      `SELECT r.instance_id, r.model_id, s.counts, s.strip FROM responses r
       JOIN segments s ON s.sequence_id = r.id + ? WHERE r.instance_id IS NOT NULL ORDER BY r.id`,
    )
    .raw();
  for (const [instanceId, modelId, counts, strip] of rows.iterate(sequenceId('response', 0))) {
    each(instanceId, modelId, counts, strip);
  }
}
