// Sheets beside each other, row by row and cell by cell, the first as what the others are held against.
// Pure, so that it can run in a worker.
import { alignGlobally } from '../../../../../shared/interleave/align/global.ts';
import { matchLists } from '../../../code/diff/match-lists.ts';
import { mergeRows, type Partners } from '../../merge-rows.ts';
import type { Sheet } from '../read-table.ts';
import { cellDifference, plainCell } from './cell-difference.ts';

/** How rows find each other: by what stands in them, or by their number. */
export type RowsBy = 'content' | 'number';

export interface SheetComparison {
  /** For each sheet the row of its own that stands in each row drawn; -1 where it has none. */
  readonly rows: readonly Int32Array[];
  /** 1 where something in the row drawn differs. */
  readonly differs: Uint8Array;
  /** Places of differing cells as row drawn and column, one after the other; column -1: the whole row. */
  readonly places: Int32Array;
  readonly cellsThatDiffer: number;
  readonly columns: number;
  /** False when the rows differ too much to be matched by content to the end. */
  readonly isExact: boolean;
}

/** Places that are kept to be gone to. */
const MOST_PLACES = 200_000;
/** Changed rows are paired by their cells up to this many pairs to look at; beyond, by order. */
const MOST_LOOKED_AT = 10_000;

export function compareSheets(sheets: readonly Sheet[], by: RowsBy): SheetComparison {
  const [base, ...others] = sheets;
  const columns = Math.max(0, ...sheets.map((sheet) => sheet.columns));
  if (base === undefined) return { ...nothing, columns };
  const matches = others.map((other) =>
    by === 'content' ? matchByContent(base, other) : matchByNumber(base, other),
  );
  const rows = mergeRows(base.rows.length, matches);
  return {
    rows,
    columns,
    isExact: matches.every(({ isExact }) => isExact),
    ...findDifferences(sheets, rows, columns),
  };
}

const nothing: SheetComparison = {
  rows: [],
  differs: new Uint8Array(),
  places: new Int32Array(),
  cellsThatDiffer: 0,
  columns: 0,
  isExact: true,
};

interface Match extends Partners {
  readonly isExact: boolean;
}

function matchByNumber(base: Sheet, other: Sheet): Match {
  const partner = Int32Array.from(base.rows, (_, at) => (at < other.rows.length ? at : -1));
  return { partner, count: other.rows.length, isExact: true };
}

/** Rows that say the same find each other; between those, rows pair by how many cells they share. */
function matchByContent(base: Sheet, other: Sheet): Match {
  const keys = (sheet: Sheet) => sheet.rows.map((row) => row.map(plainCell).join('\u0001'));
  const { runs, isExact } = matchLists(keys(base), keys(other));
  const partner = new Int32Array(base.rows.length).fill(-1);
  let [left, right] = [0, 0];
  const end = { left: base.rows.length, right: other.rows.length, count: 0 };
  for (const run of [...runs, end]) {
    const out = base.rows.slice(left, run.left);
    const put = other.rows.slice(right, run.right);
    for (const [one, two] of pairChanged(out, put)) partner[left + one] = right + two;
    for (let at = 0; at < run.count; at++) partner[run.left + at] = run.right + at;
    [left, right] = [run.left + run.count, run.right + run.count];
  }
  return { partner, count: other.rows.length, isExact };
}

type Row = readonly string[];

/** Changed rows with what they became: the most cells in common, in order. */
function pairChanged(out: readonly Row[], put: readonly Row[]): [number, number][] {
  if (out.length * put.length > MOST_LOOKED_AT) {
    const both = Array.from({ length: Math.min(out.length, put.length) }, (_, at) => at);
    return both
      .filter((at) => shareInCommon(out[at] ?? [], put[at] ?? []) > 0)
      .map((at) => [at, at]);
  }
  const gains = out.map((one) =>
    Float64Array.from(put, (other) => {
      const share = shareInCommon(one, other);
      return share > 0 ? share : Number.NEGATIVE_INFINITY;
    }),
  );
  return alignGlobally(gains, put.length);
}

/** Share of the cells that say the same; rows of a single cell always have something in common. */
function shareInCommon(one: Row, other: Row): number {
  if (one.length <= 1 && other.length <= 1) return 0.01;
  const same = one.filter((cell, at) => cell !== '' && cellDifference(cell, other[at]) !== 'other');
  // the first cell names the row more often than any other does
  const isNamed = one[0] !== '' && cellDifference(one[0], other[0]) !== 'other';
  return (same.length + (isNamed ? 1 : 0)) / Math.max(one.length, other.length);
}

function findDifferences(
  sheets: readonly Sheet[],
  rows: readonly Int32Array[],
  columns: number,
): Pick<SheetComparison, 'differs' | 'places' | 'cellsThatDiffer'> {
  const count = rows[0]?.length ?? 0;
  const differs = new Uint8Array(count);
  const places: number[] = [];
  let cellsThatDiffer = 0;
  let lastPattern = '';
  for (let row = 0; row < count; row++) {
    const own = rows.map((list, sheet) => sheets[sheet]?.rows[list[row] ?? -1]);
    const pattern = own.map((cells) => (cells === undefined ? '-' : '+')).join('');
    if (pattern.includes('-')) {
      differs[row] = 1;
      // rows missing one behind the other are one difference to be gone to
      if (pattern !== lastPattern) places.push(row, -1);
    }
    lastPattern = pattern;
    const present = own.filter((cells) => cells !== undefined);
    const [first, ...others] = present;
    const width = Math.min(columns, Math.max(0, ...present.map((cells) => cells.length)));
    for (let column = 0; column < width; column++) {
      const cell = first?.[column];
      if (others.every((cells) => cellDifference(cell, cells[column]) !== 'other')) continue;
      differs[row] = 1;
      cellsThatDiffer += 1;
      if (places.length < 2 * MOST_PLACES) places.push(row, column);
    }
  }
  return { differs, places: Int32Array.from(places), cellsThatDiffer };
}
