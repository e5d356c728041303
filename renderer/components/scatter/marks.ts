// What is drawn for points: each by itself while they are few, circles as large as what lies under them
// where figures have few values, and small squares, the darker the more, where they crowd.
import type { Plot } from './plot.ts';
import type { ScatterPoints } from './scatter-area.ts';

/** Whose figure is the higher one. */
export type MarkSide = 'a' | 'tie' | 'b';

export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Half the width. */
  readonly radius: number;
  /** How strong its colour is, in (0, 1]. */
  readonly strength: number;
  readonly side: MarkSide;
  readonly count: number;
}

/** How marks are drawn; a part of the points is drawn as the whole is. */
export interface MarkStyle {
  readonly kind: 'dots' | 'circles' | 'squares';
  /** Most points under one mark. */
  readonly most: number;
}

const CELL_PX = 4;
const DOT_PX = 3.5;
const FEW_POINTS = 1500;
const FEW_PLACES = 500;
const LARGEST_PX = 15;

/** Points that fall on the same few pixels, together: typed arrays, for a brush counts them at each move. */
interface Heaps {
  readonly n: number;
  readonly sumsA: Float64Array;
  readonly sumsB: Float64Array;
  readonly counts: Uint32Array;
}

function heaps({ as, bs }: ScatterPoints, plot: Plot, only: Uint32Array | undefined): Heaps {
  const columns = Math.ceil(plot.widthPx / CELL_PX) + 1;
  /** Place of a cell's heap, from 1. */
  const heapOf = new Uint32Array(columns * (Math.ceil(plot.heightPx / CELL_PX) + 1));
  const most = only?.length ?? as.length;
  const sumsA = new Float64Array(most);
  const sumsB = new Float64Array(most);
  const counts = new Uint32Array(most);
  let n = 0;
  for (let each = 0; each < most; each++) {
    const at = only === undefined ? each : (only[each] ?? 0);
    const [a, b] = [as[at] ?? 0, bs[at] ?? 0];
    const cell = Math.round(plot.y(b) / CELL_PX) * columns + Math.round(plot.x(a) / CELL_PX);
    const known = heapOf[cell] ?? 0;
    const heap = known === 0 ? n : known - 1;
    if (known === 0) {
      n += 1;
      heapOf[cell] = n;
    }
    sumsA[heap] = (sumsA[heap] ?? 0) + a;
    sumsB[heap] = (sumsB[heap] ?? 0) + b;
    counts[heap] = (counts[heap] ?? 0) + 1;
  }
  return { n, sumsA, sumsB, counts };
}

/** How these points are best drawn. */
export function markStyleOf(points: ScatterPoints, plot: Plot): MarkStyle {
  const { n, counts } = heaps(points, plot, undefined);
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  if (most <= 3 && points.as.length <= FEW_POINTS) return { kind: 'dots', most };
  return { kind: n <= FEW_PLACES ? 'circles' : 'squares', most };
}

/**
 * Marks of all points, or of those at the places `only`; the largest first, so that small ones lie above.
 */
export function marksOf(
  points: ScatterPoints,
  plot: Plot,
  style: MarkStyle,
  only?: Uint32Array,
): readonly Mark[] {
  const { n, sumsA, sumsB, counts } = heaps(points, plot, only);
  const marks: Mark[] = [];
  for (let heap = 0; heap < n; heap++) {
    const count = counts[heap] ?? 1;
    const [a, b] = [(sumsA[heap] ?? 0) / count, (sumsB[heap] ?? 0) / count];
    const side = Math.abs(a - b) < 1e-9 ? 'tie' : a > b ? 'a' : 'b';
    const { radius, strength } = lookOf(style, count);
    marks.push({ x: plot.x(a), y: plot.y(b), side, count, radius, strength });
  }
  return style.kind === 'circles' ? marks.sort((one, other) => other.radius - one.radius) : marks;
}

function lookOf({ kind, most }: MarkStyle, count: number): Pick<Mark, 'radius' | 'strength'> {
  switch (kind) {
    case 'dots':
      return { radius: DOT_PX, strength: 0.75 };
    case 'circles':
      return { radius: 2.5 + (LARGEST_PX - 2.5) * Math.sqrt(count / most), strength: 0.7 };
    case 'squares':
      return {
        radius: CELL_PX / 2,
        strength: most === 1 ? 1 : 0.45 + (0.55 * Math.log(count)) / Math.log(most),
      };
  }
}
