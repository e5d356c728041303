import { CJK_RANGES } from '../../../shared/filter/search-terms.ts';

// The tokenizer takes a run of Chinese or Japanese characters for one word, so that only its beginning
// could be found. Each such character becomes a word of its own, in the index and in queries.
const CJK = new RegExp(`[${CJK_RANGES}]`, 'gu');

/** Puts a space on both sides of each CJK character; other text comes back as it is. */
export function spaceApartCjk(text: string): string {
  return text.replace(CJK, ' $& ');
}
