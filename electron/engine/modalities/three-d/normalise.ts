/** Positions centred on their bounding box, its longest side 1. */
export interface NormalisedPositions {
  readonly positions: Float64Array;
  /** Sides of the box before, x, y, z. */
  readonly extents: readonly [number, number, number];
}

/**
 * Centres and scales positions as the official code does.
 *
 * @returns undefined when all of them lie at one place
 */
export function normalisePositions(positions: Float64Array): NormalisedPositions | undefined {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const axis = i % 3;
    const value = positions[i]!;
    if (value < low[axis]!) low[axis] = value;
    if (value > high[axis]!) high[axis] = value;
  }
  const extents = [0, 1, 2].map((axis) => high[axis]! - low[axis]!) as [number, number, number];
  const longest = Math.max(...extents);
  if (!(longest > 0 && Number.isFinite(longest))) return undefined;
  const centre = [0, 1, 2].map((axis) => (low[axis]! + high[axis]!) / 2);
  return {
    positions: positions.map((value, i) => (value - centre[i % 3]!) / longest),
    extents,
  };
}
