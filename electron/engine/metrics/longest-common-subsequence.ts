const WORD_BITS = 32;

/**
 * Length of the longest common subsequence of two sequences of tokens, 32 at once: bit n of a row is 0
 * where the length grows at the nth token.
 *
 * @source Hyyrö 2004, Bit-parallel LCS-length computation revisited
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  const words = Math.ceil(a.length / WORD_BITS);
  const placesByToken = new Map<string, Uint32Array>();
  a.forEach((token, index) => {
    const places = placesByToken.get(token) ?? new Uint32Array(words);
    placesByToken.set(token, places);
    const word = Math.floor(index / WORD_BITS);
    places[word] = (places[word] ?? 0) | (1 << (index % WORD_BITS));
  });
  const row = new Uint32Array(words).fill(0xffff_ffff);
  for (const token of b) {
    const places = placesByToken.get(token);
    if (places === undefined) continue;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const bits = row[word] ?? 0;
      const hits = (bits & (places[word] ?? 0)) >>> 0;
      const sum = bits + hits + carry; // below 2³³, exact
      carry = sum > 0xffff_ffff ? 1 : 0;
      row[word] = sum | (bits & ~hits);
    }
  }
  let length = 0;
  for (let index = 0; index < a.length; index++) {
    const bits = row[Math.floor(index / WORD_BITS)] ?? 0;
    if ((bits & (1 << (index % WORD_BITS))) === 0) length += 1;
  }
  return length;
}
