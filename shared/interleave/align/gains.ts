import type { AlignSegment } from './segments.ts';
import type { Similarity } from './similarity.ts';
import { areDifferent } from './sure-pairs.ts';

/** Which segments may be a pair at all: any of one modality, or only those of one tag. */
export type PairBy = 'modality' | 'tag';

/**
 * Why two segments are a pair.
 *
 * - `order`: the same modality, and the same place among its column's segments of that modality;
 * - `similarity`: not in order, but alike; `place`: neither, but between the same neighbours;
 * - `tag`: the same tag names both (task against reference);
 * - `moved`: a pair whose order is crossed by others: linked, not in one row;
 * - `hand`: somebody said so.
 */
export type PairReason = 'order' | 'similarity' | 'place' | 'tag' | 'moved' | 'hand';

const ITEM_GAIN = 1; // items hold the columns together, text fills in
const TEXT_GAIN = 0.3;
const ORDER_GAIN = 0.15; // full columns pair in order anyway; this decides where one has gaps
const LIKENESS_GAIN = 0.6;
const ALIKE = 0.5;
const MOVED_TEXT = 0.6; // running text is only called moved when it is nearly the same
/** Of a pair that may not be. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** What a pair of one modality adds to an alignment; running text and `<text1>` never pair. */
export function gainOf(a: AlignSegment, b: AlignSegment, by: PairBy, similarity = 0): number {
  if (by === 'tag') return a.tag !== undefined && a.tag === b.tag ? ITEM_GAIN : NEVER;
  if ((a.tag === undefined) !== (b.tag === undefined)) return NEVER;
  const base = a.tag === undefined ? TEXT_GAIN : ITEM_GAIN;
  const order = a.rank === b.rank ? ORDER_GAIN : 0;
  // text in order, but about something else, is held less firmly than items
  const scale = a.tag === undefined ? TEXT_GAIN : 1;
  return base + scale * order + LIKENESS_GAIN * similarity;
}

/** What made a pair of two segments that share a row. */
export function reasonOf(
  a: AlignSegment,
  b: AlignSegment,
  by: PairBy,
  similarity: Similarity | undefined,
): PairReason {
  if (by === 'tag') return 'tag';
  if (a.rank === b.rank) return 'order';
  return (similarity?.value ?? 0) >= ALIKE ? 'similarity' : 'place';
}

/** Whether two segments of one modality that others cross may still be called a pair. */
export function mayMove(
  a: AlignSegment,
  b: AlignSegment,
  by: PairBy,
  similarity: Similarity | undefined,
): boolean {
  if (by === 'tag') return a.tag !== undefined && a.tag === b.tag;
  if ((a.tag === undefined) !== (b.tag === undefined)) return false;
  if (a.tag === undefined) return (similarity?.value ?? 0) >= MOVED_TEXT;
  return !areDifferent(similarity);
}
