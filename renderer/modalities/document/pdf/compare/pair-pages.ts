// Which pages stand beside each other: by their words, in order, so that a page put in moves no other.
import { alignGlobally } from '../../../../../shared/interleave/align/global.ts';
import { wordOverlap, wordsOf } from '../../../../../shared/interleave/align/words.ts';
import { mergeRows, type Partners } from '../../merge-rows.ts';

/** Sorted hashes: the smallest of them are a fair sample of the words of a page. */
const SAMPLED_WORDS = 64;
/** Less in common is chance. */
const LEAST_ALIKE = 0.2;

/**
 * @param documents  texts of the pages of each document, the first being what others are held against
 * @returns for each document the index of its page in each row, -1 where it has none
 */
export function pairPages(documents: readonly (readonly string[])[]): Int32Array[] {
  const [base, ...others] = documents.map((pages) =>
    pages.map((text) => wordsOf(text).subarray(0, SAMPLED_WORDS)),
  );
  if (base === undefined) return [];
  return mergeRows(
    base.length,
    others.map((other): Partners => {
      const gains = base.map((page) =>
        Float64Array.from(other, (candidate) => {
          const overlap = wordOverlap(page, candidate);
          // a page rewritten, or one that is a picture, still pairs by its order
          return overlap < LEAST_ALIKE ? 0 : overlap;
        }),
      );
      const partner = new Int32Array(base.length).fill(-1);
      for (const [own, found] of alignGlobally(gains, other.length)) partner[own] = found;
      return { partner, count: other.length };
    }),
  );
}

/** Pages of the same number beside each other. */
export function pairByNumber(counts: readonly number[]): Int32Array[] {
  const rows = Math.max(0, ...counts);
  return counts.map((count) =>
    Int32Array.from({ length: rows }, (_, row) => (row < count ? row : -1)),
  );
}
