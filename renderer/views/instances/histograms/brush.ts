// What a brush over a histogram means. A brush lies on whole bins; its two ends are edges of bins.

/** Ends of a brush: indexes of edges, `from` before `to`. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

/** Bounds of figures; an end that lies on the scale's end is open. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The bin under a place, given as a share of the width; places outside belong to the last bin there. */
export function binAt(share: number, bins: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(share * bins)));
}

/** The brush that a drag from one bin to another draws. */
export function brushOver(first: number, second: number): Brush {
  return { from: Math.min(first, second), to: Math.max(first, second) + 1 };
}

/** Bounds of a brush; none where it holds everything. */
export function boundsOf({ from, to }: Brush, edges: readonly number[]): Bounds {
  const last = edges.length - 1;
  const min = from <= 0 ? undefined : edges[from];
  const max = to >= last ? undefined : edges[to];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Where bounds lie, as shares of the width. */
export function sharesOf(bounds: Bounds, edges: readonly number[]): { from: number; to: number } {
  const low = edges[0] ?? 0;
  const high = edges.at(-1) ?? 1;
  const at = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
  return {
    from: bounds.min === undefined ? 0 : at(bounds.min),
    to: bounds.max === undefined ? 1 : at(bounds.max),
  };
}

/** What a key does to one end of the bounds; undefined where it is no key of a brush. */
export function moveEnd(
  end: 'min' | 'max',
  key: string,
  isFine: boolean,
  bounds: Bounds,
  edges: readonly number[],
): Bounds | undefined {
  const low = edges[0] ?? 0;
  const high = edges.at(-1) ?? 1;
  const now = { min: bounds.min ?? low, max: bounds.max ?? high };
  const next = nextValue(now[end], key, isFine, edges, end);
  if (next === undefined) return undefined;
  const limited = end === 'min' ? Math.min(next, now.max) : Math.max(next, now.min);
  const value = tidy(Math.min(high, Math.max(low, limited)));
  const moved = { ...now, [end]: value };
  return {
    ...(moved.min <= low ? {} : { min: moved.min }),
    ...(moved.max >= high ? {} : { max: moved.max }),
  };
}

function nextValue(
  value: number,
  key: string,
  isFine: boolean,
  edges: readonly number[],
  end: 'min' | 'max',
): number | undefined {
  const open = end === 'min' ? edges[0] : edges.at(-1);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return isFine ? value + 0.01 : (edges.find((edge) => edge > value + EPSILON) ?? value);
    case 'ArrowLeft':
    case 'ArrowDown':
      return isFine ? value - 0.01 : (edges.findLast((edge) => edge < value - EPSILON) ?? value);
    case 'Home':
      return edges[0];
    case 'End':
      return edges.at(-1);
    case 'Delete':
    case 'Backspace':
      return open;
    default:
      return undefined;
  }
}

const EPSILON = 1e-9;
const tidy = (value: number) => Math.round(value * 10_000) / 10_000;
