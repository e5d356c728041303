import type { ReadableDb } from './handle.ts';
import { sequenceId } from './sequences.ts';

/** An entry of an instance's input. */
export interface InputTag {
  readonly instanceId: number;
  /** E.g. `image2`. */
  readonly tag: string;
}

/** Tags of all inputs, by the order of their instances. */
export function listInputTags(db: ReadableDb): InputTag[] {
  return db
    .prepare<[number, number], { sequence_id: number; tag: string }>(
      'SELECT sequence_id, tag FROM items WHERE sequence_id >= ? AND sequence_id < ? ORDER BY sequence_id, position',
    )
    .all(sequenceId('task', 0), sequenceId('reference', 0))
    .map((row) => ({ instanceId: row.sequence_id - sequenceId('task', 0), tag: row.tag }));
}
