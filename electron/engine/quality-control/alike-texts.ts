// Records whose words are the same, or nearly so. Pure; made for tens of thousands of records in a thread.
import { parseContent } from '../../../shared/interleave/parse.ts';
import { wordOverlap, wordsOf, type WordSet } from '../../../shared/interleave/align/words.ts';
import type { UnimRecord } from '../load/types.ts';

/** The words of a record's two sides, its code included; tags are no words. */
export function wordsOfRecord({ input, output }: UnimRecord): WordSet {
  const texts = [input, output].flatMap((side) => {
    if (side === undefined) return [];
    const spoken = parseContent(side.content).flatMap((part) =>
      part.kind === 'text' ? [part.text] : [],
    );
    const code = side.entries.flatMap(({ modality, value }) =>
      modality === 'code' ? [value] : [],
    );
    return [...spoken, ...code];
  });
  return wordsOf(texts.join('\n'));
}

/** Two records by index, and how much their words are the same, in [0, 1]. */
export interface AlikePair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

const FEWEST_WORDS = 8; // "Draw <image2>." says nothing of a record
const ALIKE_TEXT = 0.92; // Dice coefficient of distinct words
const BANDS = 10;
const ROWS = 6; // 60 minhashes: nine of ten alike find each other, one of a hundred half alike does
const MOST_IN_BUCKET = 60;

/** Pairs of which at least {@link ALIKE_TEXT} of the words are the same, each once. */
export function findAlikeTexts(words: readonly WordSet[]): AlikePair[] {
  const buckets = Array.from({ length: BANDS }, () => new Map<number, number[]>());
  const pairs: AlikePair[] = [];
  words.forEach((own, b) => {
    if (own.length < FEWEST_WORDS) return;
    const candidates = new Set<number>();
    bandsOf(own).forEach((band, at) => {
      const bucket = buckets[at]?.get(band) ?? [];
      for (const a of bucket) candidates.add(a);
      if (bucket.length < MOST_IN_BUCKET) bucket.push(b);
      buckets[at]?.set(band, bucket);
    });
    for (const a of candidates) {
      const likeness = wordOverlap(words[a] ?? own, own);
      if (likeness >= ALIKE_TEXT) pairs.push({ a, b, likeness });
    }
  });
  return pairs;
}

function bandsOf(words: WordSet): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let joined = band;
    for (let row = 0; row < ROWS; row++) {
      const salt = Math.imul(band * ROWS + row + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const word of words) {
        const hash = mix(word ^ salt);
        if (hash < least) least = hash;
      }
      joined = mix(joined ^ least);
    }
    return joined;
  });
}

/** A finaliser of MurmurHash3: every bit of the input changes every bit of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
