import { COUNTED_MODALITIES } from '../../../shared/model/modality.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';

/** What a sequence is of; task and reference are owned by an instance, a response by its own row. */
export const SIDES = ['task', 'reference', 'response'] as const;
export type Side = (typeof SIDES)[number];

const SIDE_SIZE = 2 ** 40;
const SIDE_START = { task: 0, reference: SIDE_SIZE, response: 2 * SIDE_SIZE } as const;

/** Id of a sequence: each side has its own range, so that rows of one side are appended in order. */
export function sequenceId(side: Side, owner: number): number {
  return SIDE_START[side] + owner;
}

/** The inverse of {@link sequenceId}. */
export function ownerOf(id: number): { readonly side: Side; readonly owner: number } {
  const side = SIDES[Math.floor(id / SIDE_SIZE)];
  if (side === undefined) throw new Error(`no sequence has the id ${id}`);
  return { side, owner: id - SIDE_START[side] };
}

/** Counts as they are stored: one figure for each counted modality, in order, e.g. `2 0 1 0 0 0`. */
export function packCounts(counts: ModalityCounts): string {
  return COUNTED_MODALITIES.map((modality) => counts[modality] ?? 0).join(' ');
}

/** The inverse of {@link packCounts}; a modality with none has no key. */
export function unpackCounts(packed: string): ModalityCounts {
  const counts: ModalityCounts = {};
  packed.split(' ').forEach((part, index) => {
    const modality = COUNTED_MODALITIES[index];
    const count = Number(part);
    if (modality !== undefined && count > 0) counts[modality] = count;
  });
  return counts;
}
