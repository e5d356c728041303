// The inner loops of the bootstrap: nearly all of its time is spent here.

/** Sums that a processor keeps at hand side by side. */
export const LANES = 8;
/** Instances must be fewer: an index is the upper part of 21 random bits times their number. */
export const MOST_DRAWN = 2 ** 11;
const RANDOM_BITS = 21;
/** Mulberry32's step, see random.ts. */
const STEP = 0x6d2b79f5;

/** Instance after instance, each with one number a lane. */
export interface Block {
  readonly n: number;
  /** One, or {@link LANES}. */
  readonly lanes: number;
  readonly values: Float64Array;
}

/**
 * @param n  instances
 * @param halves  columns of whole numbers, of at most n instances: the first in the lower half of the
 *   first lane, the second in its upper half, and so on
 * @param half  what the upper half is multiplied by
 */
export function toBlock(n: number, halves: readonly Float64Array[], half: number): Block {
  if (n >= MOST_DRAWN) throw new Error(`a bootstrap of ${n} instances`);
  const lanes = halves.length <= 2 ? 1 : LANES;
  const values = new Float64Array(n * lanes);
  halves.forEach((column, at) => {
    const weight = at % 2 === 0 ? 1 : half;
    column.forEach((value, index) => {
      const slot = index * lanes + (at >> 1);
      values[slot] = (values[slot] ?? 0) + value * weight;
    });
  });
  return { n, lanes, values };
}

/** Random bits by place, so that a resample's are the same however many instances there are. */
export function fillDraws(
  draws: Uint32Array,
  place: {
    /** Draws a resample. */
    readonly length: number;
    /** The first resample. */
    readonly first: number;
    readonly rows: number;
    readonly seed: number;
  },
): void {
  const { length, first, rows, seed } = place;
  for (let row = 0; row < rows; row++) {
    let state = (seed + Math.imul((first + row) * MOST_DRAWN, STEP)) | 0;
    for (let at = row * length; at < (row + 1) * length; at++) {
      state = (state + STEP) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      draws[at] = (mixed ^ (mixed >>> 14)) >>> (32 - RANDOM_BITS);
    }
  }
}

/** Adds up what each resample draws: `sums` has one number a row and lane. */
export function addUp(
  block: Block,
  draws: Uint32Array,
  { length, rows }: { readonly length: number; readonly rows: number },
  sums: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    if (block.lanes === 1) sums[row] = addOne(block, draws, row * length);
    else addEight(block, draws, row * length, sums, row * LANES);
  }
}

function addOne({ n, values }: Block, draws: Uint32Array, start: number): number {
  let sum = 0;
  for (let at = start; at < start + n; at++) {
    sum += values[Math.imul(draws[at] ?? 0, n) >>> RANDOM_BITS] ?? 0;
  }
  return sum;
}

function addEight(
  { n, values }: Block,
  draws: Uint32Array,
  start: number,
  sums: Float64Array,
  to: number,
): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = start; at < start + n; at++) {
    const slot = (Math.imul(draws[at] ?? 0, n) >>> RANDOM_BITS) * LANES;
    a += values[slot] ?? 0;
    b += values[slot + 1] ?? 0;
    c += values[slot + 2] ?? 0;
    d += values[slot + 3] ?? 0;
    e += values[slot + 4] ?? 0;
    f += values[slot + 5] ?? 0;
    g += values[slot + 6] ?? 0;
    h += values[slot + 7] ?? 0;
  }
  sums[to] = a;
  sums[to + 1] = b;
  sums[to + 2] = c;
  sums[to + 3] = d;
  sums[to + 4] = e;
  sums[to + 5] = f;
  sums[to + 6] = g;
  sums[to + 7] = h;
}
