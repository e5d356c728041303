import { buildKdTree } from '../kd-tree.ts';
import { NearestNeighbours } from '../nearest-neighbours.ts';
import { weldPoints } from './weld.ts';

/** Neighbours that the mean distance of a point is taken over. */
const NEIGHBOURS = 16;
/** Deviations above the mean of all points, beyond which a point lies apart (as in PCL's filter). */
const APART = 3;
/** And at least so many times the mean, or the corners of an even grid would lie apart. */
const APART_TIMES = 2;
/** Of more points only so many, spread over the file, are asked for their neighbours. */
export const MAX_ASKED_POINTS = 100_000;

/** What is worth knowing of a point cloud. */
export interface CloudAnalysis {
  readonly positions: Float64Array;
  readonly points: number;
  /** Points that lie exactly on one before them. */
  readonly duplicates: Uint32Array;
  /** Points far from their neighbours; among those that were asked. */
  readonly outliers: Uint32Array;
  /** How many points were asked for their neighbours. */
  readonly asked: number;
  /** Distance to the nearest point at another place; undefined when there is none. */
  readonly nearest:
    | {
        readonly least: number;
        readonly median: number;
        readonly mean: number;
        readonly greatest: number;
      }
    | undefined;
}

/** @param positions  finite; may be empty */
export function analyseCloud(positions: Float64Array): CloudAnalysis {
  const points = positions.length / 3;
  const { first, places } = weldPoints(positions);
  const duplicates = new Uint32Array(points - places);
  const distinct = new Uint32Array(places);
  for (let i = 0, d = 0, p = 0; i < points; i++) {
    if (first[i] === i) distinct[p++] = i;
    else duplicates[d++] = i;
  }
  return { positions, points, duplicates, ...lookAround(positions, distinct) };
}

/** Distances between different places: a doubled point has its twin at no distance. */
function lookAround(
  positions: Float64Array,
  distinct: Uint32Array,
): Pick<CloudAnalysis, 'outliers' | 'asked' | 'nearest'> {
  const nobody = { outliers: new Uint32Array(0), asked: 0, nearest: undefined };
  if (distinct.length < 2) return nobody;
  const places = new Float64Array(distinct.length * 3);
  for (let i = 0; i < distinct.length; i++) {
    for (let axis = 0; axis < 3; axis++) {
      places[3 * i + axis] = positions[3 * distinct[i]! + axis]!;
    }
  }
  const tree = buildKdTree(places);
  const search = new NearestNeighbours(tree, NEIGHBOURS + 1);
  const asked = Math.min(distinct.length, MAX_ASKED_POINTS);
  const nearest = new Float64Array(asked);
  const around = new Float64Array(asked);
  const ids = new Uint32Array(asked);
  for (let i = 0; i < asked; i++) {
    // the tree's order is that of space, so that these are spread over the cloud
    const place = Math.floor((i * distinct.length) / asked);
    search.search(place);
    nearest[i] = Math.sqrt(search.squares[1]!);
    let sum = 0;
    for (let j = 1; j < search.k; j++) sum += Math.sqrt(search.squares[j]!);
    around[i] = sum / (search.k - 1);
    ids[i] = distinct[tree.ids[place]!]!;
  }
  const { mean, deviation } = momentsOf(around);
  // fewer points than neighbours say nothing of who lies apart
  const limit =
    distinct.length > NEIGHBOURS
      ? Math.max(mean + APART * deviation, APART_TIMES * mean)
      : Infinity;
  const outliers = ids.filter((_, i) => around[i]! > limit).sort();
  const sorted = nearest.sort();
  const statistics = {
    least: sorted[0]!,
    median: sorted[asked >> 1]!,
    mean: momentsOf(sorted).mean,
    greatest: sorted[asked - 1]!,
  };
  return { outliers, asked, nearest: statistics };
}

function momentsOf(values: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
