// Pictures whose perceptual hashes are nearly the same. Pure.

/** At most so many of 64 bits differ: another size, another encoding. */
const ALIKE_BITS = 6;
const BANDS = ALIKE_BITS + 1; // of seven parts one must be the same
const MOST_IN_BUCKET = 400;

/**
 * Pairs of hashes that differ in at most {@link ALIKE_BITS} bits, each once, by index; equal ones are not
 * compared with each other: give each hash once.
 *
 * @param hashes  16 hex digits, distinct
 */
export function findAlikePictures(hashes: readonly string[]): (readonly [number, number])[] {
  const high = Uint32Array.from(hashes, (hash) => parseInt(hash.slice(0, 8), 16));
  const low = Uint32Array.from(hashes, (hash) => parseInt(hash.slice(8), 16));
  const distance = (a: number, b: number) =>
    countBits((high[a] ?? 0) ^ (high[b] ?? 0)) + countBits((low[a] ?? 0) ^ (low[b] ?? 0));
  const pairs: (readonly [number, number])[] = [];
  const met = new Set<number>();
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<string, number[]>();
    const [from, to] = [Math.floor((band * 64) / BANDS), Math.floor(((band + 1) * 64) / BANDS)];
    hashes.forEach((hash, b) => {
      const part = BigInt(`0x${hash}`) >> BigInt(64 - to);
      const name = (part & ((1n << BigInt(to - from)) - 1n)).toString(36);
      const bucket = buckets.get(name) ?? [];
      for (const a of bucket) {
        const bits = distance(a, b);
        const pair = a * hashes.length + b;
        if (bits > ALIKE_BITS || met.has(pair)) continue;
        met.add(pair);
        pairs.push([a, b]);
      }
      if (bucket.length < MOST_IN_BUCKET) bucket.push(b);
      buckets.set(name, bucket);
    });
  }
  return pairs;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
