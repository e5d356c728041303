import type { ModalityCounts } from '../../../shared/model/content.ts';
import type { ReadableDb } from './handle.ts';
import { sequenceId, unpackCounts } from './sequences.ts';

/** What each reference generates, one entry an instance. */
export function listReferenceCounts(db: ReadableDb): ModalityCounts[] {
  return db
    .prepare<[number, number], string>(
      `SELECT counts FROM segments WHERE sequence_id >= ? AND sequence_id < ? ORDER BY sequence_id`,
    )
    .pluck()
    .all(sequenceId('reference', 0), sequenceId('response', 0))
    .map(unpackCounts);
}
