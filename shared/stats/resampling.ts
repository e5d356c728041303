// The inner loops of the bootstrap: nearly all of its time is spent here. What adds up can be replaced by
// something faster that does the same.

/** Sums side by side. */
export const LANES = 16;
/** Instances must be fewer: an index is the upper part of 21 random bits times their number. */
export const MOST_DRAWN = 2 ** 11;
export const RANDOM_BITS = 21;
/** No sum of whole steps may reach that. */
export const MOST_SUM = 2 ** 31;
/** Mulberry32's step, see random.ts. */
const STEP = 0x6d2b79f5;

/** Columns of whole numbers, drawn from n instances. */
export interface Block {
  readonly n: number;
  /** At most {@link LANES}, each of at most n numbers. */
  readonly columns: readonly Float64Array[];
}

/** Adds up, for several resamples at once, what each of them draws. */
export interface Adder {
  /** Random bits: a row for each resample. */
  readonly draws: Uint32Array;
  /** After {@link add}: for each resample {@link LANES} sums. */
  readonly sums: Int32Array;
  /**
   * @param block  its place among the blocks that the adder was made for
   * @param rows  how many resamples
   */
  readonly add: (block: number, rows: number) => void;
}

/**
 * @param length  draws in a row
 * @param rows  most resamples at once
 */
export type CreateAdder = (blocks: readonly Block[], length: number, rows: number) => Adder;

/** The numbers of a block, instance after instance, {@link LANES} each. */
export function layOut({ n, columns }: Block, values: Int32Array): void {
  if (n >= MOST_DRAWN) throw new Error(`a bootstrap of ${n} instances`);
  columns.forEach((column, lane) => {
    column.forEach((value, index) => (values[index * LANES + lane] = value));
  });
}

/** Adds up one column after the other; runs everywhere. */
export const createPlainAdder: CreateAdder = (blocks, length, rows) => {
  const draws = new Uint32Array(rows * length);
  const sums = new Int32Array(rows * LANES);
  return {
    draws,
    sums,
    add(block, count) {
      const { n, columns } = blocks[block] ?? { n: 0, columns: [] };
      columns.forEach((column, lane) => {
        const values = new Float64Array(n);
        values.set(column);
        for (let row = 0; row < count; row++) {
          sums[row * LANES + lane] = addOne(values, draws, row * length, n);
        }
      });
    },
  };
};

function addOne(values: Float64Array, draws: Uint32Array, start: number, n: number): number {
  let sum = 0;
  for (let at = start; at < start + n; at++) {
    sum += values[Math.imul(draws[at] ?? 0, n) >>> RANDOM_BITS] ?? 0;
  }
  return sum;
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
