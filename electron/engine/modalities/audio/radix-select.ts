// A percentile of many numbers without sorting them: the bits of floats that are not negative are in
// the order of the numbers, so one count of their upper halves and one of the lower halves find it.

const CLASSES = 1 << 16;

/**
 * Percentile of numbers that are all at least 0, linear between neighbours (NumPy's default).
 *
 * @returns 0 for an empty array
 */
export function percentileOfPositive(values: Float32Array, percent: number): number {
  if (values.length === 0) return 0;
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const counts = new Uint32Array(CLASSES);
  for (let i = 0; i < bits.length; i++) counts[bits[i]! >>> 16]!++;
  const position = (percent / 100) * (values.length - 1);
  const rank = Math.floor(position);
  const low = valueAtRank(bits, counts, rank);
  const high = rank + 1 < values.length ? valueAtRank(bits, counts, rank + 1) : low;
  return low + (high - low) * (position - rank);
}

function valueAtRank(bits: Uint32Array, counts: Uint32Array, rank: number): number {
  const upper = classAtRank(counts, rank);
  const lowerCounts = new Uint32Array(CLASSES);
  for (let i = 0; i < bits.length; i++) {
    if (bits[i]! >>> 16 === upper.index) lowerCounts[bits[i]! & 0xffff]!++;
  }
  const lower = classAtRank(lowerCounts, rank - upper.below);
  return new Float32Array(Uint32Array.of(((upper.index << 16) | lower.index) >>> 0).buffer)[0]!;
}

/** The class that holds the number of a rank, and how many numbers lie in those before it. */
function classAtRank(counts: Uint32Array, rank: number): { index: number; below: number } {
  let below = 0;
  let index = 0;
  while (below + counts[index]! <= rank) below += counts[index++]!;
  return { index, below };
}
