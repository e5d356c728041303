// A percentile of many numbers without sorting them: the bits of floats that are not negative are in
// the order of the numbers, so one count of their upper halves finds the few that have to be sorted.

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
  const low = valueAtRank(values, bits, counts, rank);
  const high = rank + 1 < values.length ? valueAtRank(values, bits, counts, rank + 1) : low;
  return low + (high - low) * (position - rank);
}

function valueAtRank(
  values: Float32Array,
  bits: Uint32Array,
  counts: Uint32Array,
  rank: number,
): number {
  let below = 0;
  let upper = 0;
  while (below + counts[upper]! <= rank) below += counts[upper++]!;
  const members = new Float32Array(counts[upper]!);
  for (let i = 0, m = 0; i < bits.length; i++) {
    if (bits[i]! >>> 16 === upper) members[m++] = values[i]!;
  }
  return members.sort()[rank - below]!;
}
