// The percentile bootstrap of many means at once, for tables of thousands of them. Samples drawn from as
// many instances share their draws; values are whole steps, two samples in one number, so that one
// addition serves both.
import {
  percentileInterval,
  RESAMPLES,
  SEED,
  type BootstrapOptions,
  type Interval,
} from './bootstrap.ts';
import { addUp, fillDraws, LANES, toBlock, type Block } from './resampling.ts';

/** Figures of some instances. */
export interface Sample {
  /** Of those that have one: at least one. */
  readonly values: Float64Array;
  /**
   * How many instances there are, with those without a figure: an instance without one may be drawn, and
   * then counts for nothing. As many as there are values when absent.
   */
  readonly drawnFrom?: number;
}

/** Resamples at once: their draws stay in the cache. */
const CHUNK = 50;
/** Of the 53 bits of a number, the lower and the upper half hold a sum each. */
const HALF = 2 ** 26;
/** Divides the steps, so that fifths, quarters and the like fall on one. */
const EVEN = 2520;
/** Drawing what counts for nothing widens the interval by half of this; from there on only values are drawn. */
const MOST_WIDENING = 0.005;

/**
 * 95 % percentile bootstrap of the mean of each sample. The same sample has the same interval, whatever
 * is asked for beside it.
 *
 * @param samples  each from fewer than `MOST_DRAWN` instances; values are rounded to some 30,000 steps of
 *   their own range
 */
export function bootstrapMeans(
  samples: readonly Sample[],
  { resamples = RESAMPLES, seed = SEED }: BootstrapOptions = {},
): Interval[] {
  const columns = samples.map((sample) => toColumn(sample, resamples));
  const blocks = [...Map.groupBy(columns, ({ drawnFrom }) => drawnFrom).values()].flatMap(toBlocks);
  const longest = Math.max(0, ...columns.map(({ drawnFrom }) => drawnFrom));
  const draws = new Uint32Array(CHUNK * longest);
  const sums = new Float64Array(CHUNK * LANES);
  for (let first = 0; first < resamples; first += CHUNK) {
    const rows = Math.min(CHUNK, resamples - first);
    fillDraws(draws, { length: longest, first, rows, seed });
    for (const { block, slots } of blocks) {
      addUp(block, draws, { length: longest, rows }, sums);
      for (const slot of slots) keepMeans(slot, block.lanes, sums, { first, rows });
    }
  }
  return columns.map(({ means }) => percentileInterval(means));
}

interface Column {
  readonly drawnFrom: number;
  readonly n: number;
  /** Whole steps above `low`. */
  readonly steps: Float64Array;
  readonly low: number;
  readonly step: number;
  readonly means: Float64Array;
}

function toColumn({ values, drawnFrom = values.length }: Sample, resamples: number): Column {
  const n = values.length;
  const isDense = (1 - n / drawnFrom) / n <= MOST_WIDENING;
  const size = isDense ? drawnFrom : n;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const range = values.reduce((most, value) => Math.max(most, value), -Infinity) - low;
  const most = Math.floor((HALF - 1) / size / EVEN) * EVEN;
  const scale = range === 0 ? 0 : most / range;
  return {
    drawnFrom: size,
    n,
    steps: values.map((value) => Math.round((value - low) * scale)),
    low,
    step: range / most,
    means: new Float64Array(resamples),
  };
}

/** Where a column's sum, and the number of values drawn, stand in the sums of a block. */
interface Slot {
  readonly column: Column;
  readonly at: number;
  /** Absent where every draw is a value. */
  readonly countAt: number | undefined;
}

interface FilledBlock {
  readonly block: Block;
  readonly slots: readonly Slot[];
}

/** Packs columns that are drawn from as many instances; those with as many values share a count. */
function toBlocks(columns: readonly Column[]): FilledBlock[] {
  const blocks: FilledBlock[] = [];
  let halves: Float64Array[] = [];
  let slots: Slot[] = [];
  let counts = new Map<number, number>();
  const close = () => {
    if (slots.length > 0)
      blocks.push({ block: toBlock(columns[0]?.drawnFrom ?? 0, halves, HALF), slots });
    halves = [];
    slots = [];
    counts = new Map();
  };
  for (const column of columns) {
    const { n, drawnFrom, steps } = column;
    const isWhole = n === drawnFrom;
    if (halves.length + (isWhole || counts.has(n) ? 1 : 2) > LANES * 2) close();
    if (!isWhole && !counts.has(n)) {
      counts.set(n, halves.length);
      halves.push(new Float64Array(n).fill(1));
    }
    slots.push({ column, at: halves.length, countAt: isWhole ? undefined : counts.get(n) });
    halves.push(steps);
  }
  close();
  return blocks;
}

function keepMeans(
  { column, at, countAt }: Slot,
  lanes: number,
  sums: Float64Array,
  { first, rows }: { readonly first: number; readonly rows: number },
): void {
  const { low, step, means, n } = column;
  for (let row = 0; row < rows; row++) {
    const count = countAt === undefined ? n : halfOf(sums, row * lanes, countAt);
    means[first + row] = low + (step * halfOf(sums, row * lanes, at)) / Math.max(1, count);
  }
}

function halfOf(sums: Float64Array, start: number, at: number): number {
  const both = sums[start + (at >> 1)] ?? 0;
  const upper = Math.floor(both / HALF);
  return at % 2 === 0 ? both - upper * HALF : upper;
}
