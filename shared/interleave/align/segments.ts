import type { TagRole } from '../../model/content.ts';
import type { ModalityId } from '../../model/modality.ts';
import type { WordSet } from './words.ts';

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
