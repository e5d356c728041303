// The percentile bootstrap of many means at once, for tables of thousands of them. Samples drawn from as
// many instances share their draws; values are whole steps of their range, so that sums are exact.
import {
  percentileInterval,
  RESAMPLES,
  SEED,
  type BootstrapOptions,
  type Interval,
} from './bootstrap.ts';
import {
  createPlainAdder,
  fillDraws,
  LANES,
  MOST_SUM,
  type Block,
  type CreateAdder,
} from './resampling.ts';

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

export interface ManyOptions extends BootstrapOptions {
  /** What adds up; a plain loop when absent. */
  readonly createAdder?: CreateAdder;
}

/** Resamples at once: their draws stay in the cache. */
const CHUNK = 50;
/** Divides the steps, so that fifths, quarters and the like fall on one. */
const EVEN = 2520;
/** Drawing what counts for nothing widens the interval by half of this; from there on only values are drawn. */
const MOST_WIDENING = 0.005;

/**
 * 95 % percentile bootstrap of the mean of each sample. The same sample has the same interval, whatever
 * is asked for beside it, and whatever adds up.
 *
 * @param samples  each from fewer than `MOST_DRAWN` instances; values are rounded to some million steps of
 *   their own range
 */
export function bootstrapMeans(
  samples: readonly Sample[],
  { resamples = RESAMPLES, seed = SEED, createAdder = createPlainAdder }: ManyOptions = {},
): Interval[] {
  const columns = samples.map((sample) => toColumn(sample, resamples));
  const filled = [...Map.groupBy(columns, ({ drawnFrom }) => drawnFrom).values()].flatMap(toBlocks);
  const length = Math.max(0, ...columns.map(({ drawnFrom }) => drawnFrom));
  const adder = createAdder(
    filled.map(({ block }) => block),
    length,
    CHUNK,
  );
  for (let first = 0; first < resamples; first += CHUNK) {
    const rows = Math.min(CHUNK, resamples - first);
    fillDraws(adder.draws, { length, first, rows, seed });
    filled.forEach(({ slots }, at) => {
      adder.add(at, rows);
      for (const slot of slots) keepMeans(slot, adder.sums, first, rows);
    });
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
  const most = Math.floor((MOST_SUM - 1) / size / EVEN) * EVEN;
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

/** Where a column's sum, and the number of values drawn, stand among the lanes of a block. */
interface Slot {
  readonly column: Column;
  readonly lane: number;
  /** Absent where every draw is a value. */
  readonly countLane: number | undefined;
}

interface FilledBlock {
  readonly block: Block;
  readonly slots: readonly Slot[];
}

/** Puts columns that are drawn from as many instances together; those with as many values share a count. */
function toBlocks(columns: readonly Column[]): FilledBlock[] {
  const blocks: FilledBlock[] = [];
  let lanes: Float64Array[] = [];
  let slots: Slot[] = [];
  let counts = new Map<number, number>();
  const close = () => {
    const n = columns[0]?.drawnFrom ?? 0;
    if (slots.length > 0) blocks.push({ block: { n, columns: lanes }, slots });
    lanes = [];
    slots = [];
    counts = new Map();
  };
  for (const column of columns) {
    const { n, drawnFrom, steps } = column;
    const isWhole = n === drawnFrom;
    if (lanes.length + (isWhole || counts.has(n) ? 1 : 2) > LANES) close();
    if (!isWhole && !counts.has(n)) {
      counts.set(n, lanes.length);
      lanes.push(new Float64Array(n).fill(1));
    }
    slots.push({ column, lane: lanes.length, countLane: isWhole ? undefined : counts.get(n) });
    lanes.push(steps);
  }
  close();
  return blocks;
}

function keepMeans(
  { column, lane, countLane }: Slot,
  sums: Int32Array,
  first: number,
  rows: number,
): void {
  const { low, step, means, n } = column;
  for (let row = 0; row < rows; row++) {
    const count = countLane === undefined ? n : (sums[row * LANES + countLane] ?? n);
    means[first + row] = low + (step * (sums[row * LANES + lane] ?? 0)) / Math.max(1, count);
  }
}
