import type { Plot } from './plot.ts';
import type { PointIndex } from './point-index.ts';
import type { Area, ScatterPoints } from './scatter-area.ts';

/** The point that is meant by a place, and how many lie under it. */
export interface MeantPoint {
  readonly at: number;
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/** How far beside a point the pointer may be. */
const REACH_PX = 12;
/** Half the side of what counts as the same place. */
const SAME = 0.004;

/** The area right round a point. */
export function areaAround({ a, b }: Pick<MeantPoint, 'a' | 'b'>): Area {
  const low = (value: number) => Math.max(0, round(value - SAME));
  const high = (value: number) => Math.min(1, round(value + SAME));
  return { minA: low(a), maxA: high(a), minB: low(b), maxB: high(b) };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** The point nearest to figures, within reach of the pointer. */
export function pointNear(
  { as, bs }: ScatterPoints,
  index: PointIndex,
  plot: Plot,
  [a, b]: readonly [a: number, b: number],
): MeantPoint | undefined {
  const at = index.nearest(a, b, plot.a(REACH_PX) - plot.a(0));
  if (at === undefined) return undefined;
  const point = { a: as[at] ?? 0, b: bs[at] ?? 0 };
  return { at, ...point, count: index.inside(areaAround(point)).length };
}
