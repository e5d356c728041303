// Several columns as one table: each is paired with the one in the centre (the reference), and what
// stands between its rows is paired among the others.
import type { PairBy, PairReason } from './gains.ts';
import { pairSegments, type HandPair, type Pair } from './pair.ts';
import type { AlignSegment } from './segments.ts';
import type { Similarity } from './similarity.ts';

/** A column to be aligned; `hand` names its segments as `b` and the centre's as `a`. */
export interface AlignColumn {
  readonly segments: readonly AlignSegment[];
  /** How it is paired with the centre; the task only by tag, because it is no answer. */
  readonly by: PairBy;
  readonly hand?: readonly HandPair[];
}

export interface AlignCell {
  /** Into the column's sequence. */
  readonly index: number;
  /** Absent in the centre, and where the segment opened a row of its own. */
  readonly reason?: PairReason;
  readonly similarity?: Similarity;
}

/** One row: a cell a column, `undefined` where the column has nothing here. */
export type AlignRow = readonly (AlignCell | undefined)[];

/** A pair that cannot share a row: drawn as a line between two rows. */
export interface AlignLink {
  readonly column: number;
  /** Into the column's sequence, and into the centre's. */
  readonly index: number;
  readonly centreIndex: number;
  readonly reason: PairReason;
  readonly similarity?: Similarity;
}

export interface Alignment {
  readonly rows: readonly AlignRow[];
  readonly links: readonly AlignLink[];
}

/** A row being filled; its first segment stands for it when others are paired with it. */
interface OpenRow {
  readonly first: AlignSegment;
  readonly cells: (AlignCell | undefined)[];
}

/**
 * Aligns columns round one of them. Every segment of every column stands in exactly one row, and each
 * column keeps its reading order from top to bottom.
 *
 * @param centre  index of the column that the others are paired with
 */
export function alignColumns(columns: readonly AlignColumn[], centre: number): Alignment {
  const middle = columns[centre]?.segments ?? [];
  const rowOf = (first: AlignSegment, column: number, cell: AlignCell): OpenRow => {
    const cells = columns.map((): AlignCell | undefined => undefined);
    cells[column] = cell;
    return { first, cells };
  };
  const centreRows = middle.map((segment) => rowOf(segment, centre, { index: segment.index }));
  // between[k] stands before the centre's row k, the last one behind all of them
  const between: OpenRow[][] = Array.from({ length: middle.length + 1 }, () => []);
  const links: AlignLink[] = [];

  columns.forEach(({ segments, by, hand = [] }, column) => {
    if (column === centre) return;
    const pairs = pairSegments(middle, segments, { by, hand });
    const partner = new Map(pairs.filter((one) => !one.isCrossing).map((one) => [one.b, one]));
    let run: AlignSegment[] = [];
    const close = (before: number) => {
      const rows = between[before] ?? [];
      between[before] = mergeRun(rows, run, column, by, rowOf);
      run = [];
    };
    let last = 0;
    segments.forEach((segment, at) => {
      const pair = partner.get(at);
      if (pair === undefined) return run.push(segment);
      close(pair.a);
      const cells = centreRows[pair.a]?.cells;
      if (cells !== undefined) cells[column] = cellOf(segment, pair);
      last = pair.a + 1;
    });
    close(last);
    links.push(...linksOf(pairs, middle, segments, column));
  });

  const rows = between.flatMap((open, at) => {
    const own = centreRows[at];
    return own === undefined ? open : [...open, own];
  });
  return { rows: rows.map(({ cells }) => cells), links };
}

/** Puts a run of one column's segments among rows that the centre has nothing in. */
function mergeRun(
  rows: readonly OpenRow[],
  run: readonly AlignSegment[],
  column: number,
  by: PairBy,
  rowOf: (first: AlignSegment, column: number, cell: AlignCell) => OpenRow,
): OpenRow[] {
  const firsts = rows.map(({ first }) => first);
  const pairs = by === 'tag' ? [] : pairSegments(firsts, run, { by });
  const partner = new Map(pairs.filter((one) => !one.isCrossing).map((one) => [one.b, one]));
  const merged: OpenRow[] = [];
  let taken = 0;
  run.forEach((segment, at) => {
    const pair = partner.get(at);
    if (pair === undefined) {
      merged.push(rowOf(segment, column, { index: segment.index }));
      return;
    }
    merged.push(...rows.slice(taken, pair.a + 1));
    taken = pair.a + 1;
    const cells = rows[pair.a]?.cells;
    if (cells !== undefined) cells[column] = cellOf(segment, pair);
  });
  return [...merged, ...rows.slice(taken)];
}

function cellOf({ index }: AlignSegment, { reason, similarity }: Pair): AlignCell {
  return { index, reason, ...(similarity !== undefined && { similarity }) };
}

function linksOf(
  pairs: readonly Pair[],
  middle: readonly AlignSegment[],
  segments: readonly AlignSegment[],
  column: number,
): AlignLink[] {
  return pairs.flatMap(({ a, b, isCrossing, reason, similarity }): AlignLink[] => {
    const [own, other] = [segments[b], middle[a]];
    if (!isCrossing || own === undefined || other === undefined) return [];
    const head = { column, index: own.index, centreIndex: other.index, reason };
    return [{ ...head, ...(similarity !== undefined && { similarity }) }];
  });
}
