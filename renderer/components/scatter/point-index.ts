// Points of a scatter by where they lie, so that a brush looks at its edge only and hovering at a few
// points.
import { isWithin, type Area, type ScatterPoints } from './scatter-area.ts';

const CELLS = 64;

export interface PointIndex {
  /** Places of the points in an area, in no particular order. */
  readonly inside: (area: Area) => Uint32Array;
  /** Place of the point nearest to figures, no farther away than `within`; undefined when none is. */
  readonly nearest: (a: number, b: number, within: number) => number | undefined;
}

const cellOf = (value: number) => Math.max(0, Math.min(CELLS - 1, Math.floor(value * CELLS)));

/** Sorts points into the cells of a grid. */
export function createPointIndex({ as, bs }: ScatterPoints): PointIndex {
  const starts = new Uint32Array(CELLS * CELLS + 1);
  const cellAt = (at: number) => cellOf(bs[at] ?? 0) * CELLS + cellOf(as[at] ?? 0);
  for (let at = 0; at < as.length; at++) bump(starts, cellAt(at) + 1);
  for (let cell = 1; cell < starts.length; cell++) bump(starts, cell, starts[cell - 1] ?? 0);
  const free = starts.slice();
  const order = new Uint32Array(as.length);
  for (let at = 0; at < as.length; at++) {
    const cell = cellAt(at);
    order[free[cell] ?? 0] = at;
    bump(free, cell);
  }
  /** Calls for each cell of a rectangle of cells, with the part of `order` that it holds. */
  const eachCell = (
    [left, right]: readonly [number, number],
    [low, high]: readonly [number, number],
    visit: (from: number, to: number, isEdge: boolean) => void,
  ) => {
    for (let row = low; row <= high; row++)
      for (let column = left; column <= right; column++) {
        const cell = row * CELLS + column;
        const isEdge = row === low || row === high || column === left || column === right;
        visit(starts[cell] ?? 0, starts[cell + 1] ?? 0, isEdge);
      }
  };
  return {
    inside({ minA, maxA, minB, maxB }) {
      const found = new Uint32Array(as.length);
      let n = 0;
      eachCell([cellOf(minA), cellOf(maxA)], [cellOf(minB), cellOf(maxB)], (from, to, isEdge) => {
        for (let each = from; each < to; each++) {
          const at = order[each] ?? 0;
          if (isEdge && !(isWithin(as[at] ?? 0, minA, maxA) && isWithin(bs[at] ?? 0, minB, maxB)))
            continue;
          found[n] = at;
          n += 1;
        }
      });
      return found.slice(0, n);
    },
    nearest(a, b, within) {
      let best: number | undefined;
      let bestSquare = within * within;
      const across = [cellOf(a - within), cellOf(a + within)] as const;
      eachCell(across, [cellOf(b - within), cellOf(b + within)], (from, to) => {
        for (let each = from; each < to; each++) {
          const at = order[each] ?? 0;
          const square = ((as[at] ?? 0) - a) ** 2 + ((bs[at] ?? 0) - b) ** 2;
          if (square > bestSquare || (square === bestSquare && best !== undefined)) continue;
          best = at;
          bestSquare = square;
        }
      });
      return best;
    },
  };
}

function bump(counts: Uint32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by;
}
