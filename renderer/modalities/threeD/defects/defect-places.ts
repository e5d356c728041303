import type { DefectKind } from '../../../../shared/model/defects.ts';
import { decodeCounts, decodeFloats } from './decode-numbers.ts';

/** The places of one kind of defects, as arrays. */
export interface DefectPlaces {
  readonly triangles: Float32Array;
  readonly segments: Float32Array;
  readonly points: Float32Array;
  /** Component of each triangle; empty for other kinds. */
  readonly groups: Uint32Array;
}

/** Where to look at one defect. */
export interface DefectSpot {
  readonly center: readonly [number, number, number];
  readonly radius: number;
  /** Away from the surface, where it has a side; else nothing. */
  readonly normal?: readonly [number, number, number];
}

export const decodePlaces = (kind: DefectKind): DefectPlaces => ({
  triangles: decodeFloats(kind.triangles),
  segments: decodeFloats(kind.segments),
  points: decodeFloats(kind.points),
  groups: decodeCounts(kind.groups),
});

/** How many places there are to go to; a component is one place. */
export function countSpots({ triangles, segments, points, groups }: DefectPlaces): number {
  if (groups.length > 0) return new Set(groups).size;
  return triangles.length / 9 + segments.length / 6 + points.length / 3;
}

/**
 * One place to look at.
 *
 * @param index  from 0, taken round in a circle; of components the smallest comes first
 */
export function findSpot(places: DefectPlaces, index: number): DefectSpot | undefined {
  const count = countSpots(places);
  if (count === 0) return undefined;
  const { triangles, segments, points, groups } = places;
  let at = index % count;
  if (groups.length > 0) {
    const ids = [...new Set(groups)].sort((a, b) => b - a);
    const corners: number[] = [];
    groups.forEach((group, face) => {
      if (group === ids[at]) corners.push(...triangles.subarray(face * 9, face * 9 + 9));
    });
    return spotOf(Float32Array.from(corners));
  }
  if (at < triangles.length / 9) return spotOf(triangles.subarray(at * 9, at * 9 + 9));
  at -= triangles.length / 9;
  if (at < segments.length / 6) return spotOf(segments.subarray(at * 6, at * 6 + 6));
  at -= segments.length / 6;
  return spotOf(points.subarray(at * 3, at * 3 + 3));
}

function spotOf(corners: Float32Array): DefectSpot {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  corners.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3] ?? value, value);
    high[i % 3] = Math.max(high[i % 3] ?? value, value);
  });
  const middle = (axis: number) => ((low[axis] ?? 0) + (high[axis] ?? 0)) / 2;
  const center = [middle(0), middle(1), middle(2)] as const;
  const radius = Math.hypot(...[0, 1, 2].map((axis) => (high[axis] ?? 0) - middle(axis)));
  const normal = corners.length === 9 ? normalOf(corners) : undefined;
  return { center, radius, ...(normal !== undefined && { normal }) };
}

function normalOf(c: Float32Array): readonly [number, number, number] | undefined {
  const edge = (from: number, axis: number) => (c[from + axis] ?? 0) - (c[axis] ?? 0);
  const cross = (i: number, j: number) => edge(3, i) * edge(6, j) - edge(3, j) * edge(6, i);
  const [x, y, z] = [cross(1, 2), cross(2, 0), cross(0, 1)];
  const length = Math.hypot(x, y, z);
  return length > 0 ? [x / length, y / length, z / length] : undefined;
}
