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

interface Heap {
  a: number;
  b: number;
  count: number;
}

/** Points that fall on the same few pixels, together. */
function heaps(points: ScatterPoints, plot: Plot, only: Uint32Array | undefined): Heap[] {
  const { as, bs } = points;
  const columns = Math.ceil(plot.widthPx / CELL_PX);
  const byCell = new Map<number, Heap>();
  const n = only?.length ?? as.length;
  for (let each = 0; each < n; each++) {
    const at = only === undefined ? each : (only[each] ?? 0);
    const [a, b] = [as[at] ?? 0, bs[at] ?? 0];
    const column = Math.round(plot.x(a) / CELL_PX);
    const cell = Math.round(plot.y(b) / CELL_PX) * columns + column;
    const heap = byCell.get(cell);
    if (heap === undefined) byCell.set(cell, { a, b, count: 1 });
    else {
      heap.a += a;
      heap.b += b;
      heap.count += 1;
    }
  }
  return [...byCell.values()];
}

/** How these points are best drawn. */
export function markStyleOf(points: ScatterPoints, plot: Plot): MarkStyle {
  const found = heaps(points, plot, undefined);
  const most = found.reduce((largest, { count }) => Math.max(largest, count), 1);
  if (most <= 3 && points.as.length <= FEW_POINTS) return { kind: 'dots', most };
  return { kind: found.length <= FEW_PLACES ? 'circles' : 'squares', most };
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
  const marks = heaps(points, plot, only).map(({ a: sumA, b: sumB, count }): Mark => {
    const [a, b] = [sumA / count, sumB / count];
    const side = Math.abs(a - b) < 1e-9 ? 'tie' : a > b ? 'a' : 'b';
    return { x: plot.x(a), y: plot.y(b), side, count, ...lookOf(style, count) };
  });
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
        strength: most === 1 ? 1 : 0.35 + (0.65 * Math.log(count)) / Math.log(most),
      };
  }
}
