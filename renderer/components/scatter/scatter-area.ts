// A rectangle of figures, as a brush draws it: the same half-open spans as the ranges of a filter, so that
// what is counted here is what the table shows.

/** Values of A across, of B up. Each in [0, 1]; from `min` on and below `max`, a max of 1 holds 1. */
export interface Area {
  readonly minA: number;
  readonly maxA: number;
  readonly minB: number;
  readonly maxB: number;
}

/** Figures of two models where both have one, in the same order. */
export interface ScatterPoints {
  readonly as: Float64Array;
  readonly bs: Float64Array;
}

/** Is the value in the span? */
export function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && (value < max || max >= 1);
}

/** The area between two corners, whichever comes first; inside the scale, to a tenth of a point. */
export function areaBetween(
  a: readonly [a: number, b: number],
  b: readonly [a: number, b: number],
): Area {
  const [minA, maxA] = span(a[0], b[0]);
  const [minB, maxB] = span(a[1], b[1]);
  return { minA, maxA, minB, maxB };
}

/** The same area elsewhere; it stops at the ends of the scale. */
export function movedArea(area: Area, byA: number, byB: number): Area {
  const [minA, maxA] = moved(area.minA, area.maxA, byA);
  const [minB, maxB] = moved(area.minB, area.maxB, byB);
  return { minA, maxA, minB, maxB };
}

const tidy = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

function span(one: number, other: number): readonly [number, number] {
  return [tidy(Math.min(one, other)), tidy(Math.max(one, other))];
}

function moved(min: number, max: number, by: number): readonly [number, number] {
  const step = Math.max(-min, Math.min(1 - max, by));
  return [tidy(min + step), tidy(max + step)];
}
