import type { AlignSegment } from './segments.ts';
import { wordOverlap } from './words.ts';

/** How alike two segments are, and what said so. */
export interface Similarity {
  /** In [0, 1]. */
  readonly value: number;
  readonly by: 'text' | 'caption' | 'picture' | 'duration' | 'size';
}

const BITS = 64;

/**
 * How alike two segments of the same modality are, by the strongest feature that both have: words of a
 * text or caption, else the perceptual hash, else length, else size.
 *
 * @returns undefined when they have nothing in common to compare
 */
export function similarityOf(a: AlignSegment, b: AlignSegment): Similarity | undefined {
  if (a.fingerprint !== undefined && b.fingerprint !== undefined) {
    // two unrelated pictures differ in half of their bits
    const alike = 1 - (2 * differingBits(a.fingerprint, b.fingerprint)) / BITS;
    return { value: Math.max(0, alike), by: 'picture' };
  }
  if (a.words.length > 0 && b.words.length > 0) {
    const isText = a.modality === 'text' || a.modality === 'code';
    return { value: wordOverlap(a.words, b.words), by: isText ? 'text' : 'caption' };
  }
  if (a.durationMs !== undefined && b.durationMs !== undefined) {
    return { value: ratio(a.durationMs, b.durationMs), by: 'duration' };
  }
  if (a.sizeBytes !== undefined && b.sizeBytes !== undefined) {
    return { value: ratio(a.sizeBytes, b.sizeBytes), by: 'size' };
  }
  return undefined;
}

function ratio(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === 0 ? 1 : Math.min(a, b) / most;
}

function differingBits(a: string, b: string): number {
  let bits = 0;
  for (let from = 0; from < 16; from += 8) {
    let difference =
      (Number.parseInt(a.slice(from, from + 8), 16) ^
        Number.parseInt(b.slice(from, from + 8), 16)) >>>
      0;
    for (; difference !== 0; difference = (difference & (difference - 1)) >>> 0) bits += 1;
  }
  return bits;
}
