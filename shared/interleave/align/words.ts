const WORD = /[\p{L}\p{N}]+/gu;
// scripts without spaces: each character stands for a word
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The distinct words of a text as sorted 32-bit hashes, so that two of them merge in one quick pass. */
export type WordSet = Uint32Array;

/** Words of a text in any script, case ignored. */
export function wordsOf(text: string): WordSet {
  const hashes = new Set<number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) for (const character of word) hashes.add(hashOf(character));
    else hashes.add(hashOf(word));
  }
  return Uint32Array.from(hashes).sort();
}

/** Dice coefficient of two sets, in [0, 1]; of nothing it is 0. */
export function wordOverlap(a: WordSet, b: WordSet): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
