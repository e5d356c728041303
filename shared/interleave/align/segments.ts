import type { Sequence, TagRole } from '../../model/content.ts';
import type { ModalityId } from '../../model/modality.ts';
import { wordsOf, type WordSet } from './words.ts';

/** What alignment knows of one segment; `undefined` features are simply not compared. */
export interface AlignSegment {
  /** Place in the column's sequence, from 0. */
  readonly index: number;
  readonly modality: ModalityId;
  /** Absent for running text. */
  readonly tag?: string;
  readonly role?: TagRole;
  /** Which of its column's segments of the same modality it is, from 0; repeats count. */
  readonly rank: number;
  /** Of the text, or of the caption of an item. */
  readonly words: WordSet;
  /** 64-bit perceptual hash of a picture, hex. */
  readonly fingerprint?: string;
  readonly sizeBytes?: number;
  readonly durationMs?: number;
}

/** What is known of a file beside its tag. */
export interface ItemFeatures {
  /** In place of those of the caption, e.g. of the code that an item holds. */
  readonly words?: WordSet;
  readonly fingerprint?: string;
  readonly sizeBytes?: number;
  readonly durationMs?: number;
}

/**
 * The segments of a sequence as alignment sees them, in reading order. Text that is only white space
 * is left out; `index` keeps pointing into `sequence.segments`.
 *
 * @param featuresOf  by tag; asked once an item
 */
export function alignSegments(
  sequence: Pick<Sequence, 'segments' | 'items'>,
  featuresOf: (tag: string) => ItemFeatures = () => ({}),
): AlignSegment[] {
  const captions = new Map(sequence.items.map(({ tag, caption }) => [tag, caption]));
  const ranks = new Map<ModalityId, number>();
  return sequence.segments.flatMap((segment, index): AlignSegment[] => {
    if (segment.kind === 'text' && segment.text.trim() === '') return [];
    const modality = segment.kind === 'text' ? 'text' : segment.modality;
    const rank = ranks.get(modality) ?? 0;
    ranks.set(modality, rank + 1);
    if (segment.kind === 'text') return [{ index, modality, rank, words: wordsOf(segment.text) }];
    const { tag, role } = segment;
    const words = wordsOf(segment.caption ?? captions.get(tag) ?? '');
    return [{ index, modality, tag, role, rank, words, ...featuresOf(tag) }];
  });
}
