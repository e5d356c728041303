// Everything that the cloud score takes from neighbourhoods, in one search a point: the 64 nearest
// are found once, and normals, curvature, dimension and spacing are read off their beginning.
import { buildKdTree, type KdTree } from './kd-tree.ts';
import { NearestNeighbours } from './nearest-neighbours.ts';
import { smallestEigenvector, surfaceVariation, type Symmetric3 } from './smallest-eigenvector.ts';

const MOST = 64; // the largest neighbourhood, the point itself among it
const NORMAL_FINE = 16; // gq-official.md, 3D, point cloud; so are the sizes below
const NORMAL_MIDDLE = 24;
const CURVATURE = 32; // without the point itself
const AGREEMENT = 12;
const DIMENSION = 20;
const SPACING = 8;
const TINY = 1e-12;

/** One figure a point, in the tree's order. */
export interface CloudNeighbourhoods {
  readonly count: number;
  /** Distance to the nearest other point. */
  readonly nearest: Float64Array;
  /** Mean distance to the 8 nearest. */
  readonly spacing: Float64Array;
  /** Levina–Bickel dimension over 20 neighbours; NaN where there are too few. */
  readonly dimension: Float64Array;
  /** λ3/Σλ over the 32 nearest others. */
  readonly curvature: Float64Array;
  /** n(16)·n(64), with the signs that the estimator gives. */
  readonly normalTurn: Float64Array;
  /** Mean |n·n'| over 12 neighbours, normals over 24 points; one figure for the cloud. */
  readonly normalAgreement: number;
}

/** @param positions  normalised, at least two points */
export function cloudNeighbourhoods(positions: Float64Array): CloudNeighbourhoods {
  const tree = buildKdTree(positions);
  const { count } = tree;
  const search = new NearestNeighbours(tree, MOST);
  const normals = new Float64Array(count * 3);
  const agreeing = new Int32Array(count * AGREEMENT).fill(-1);
  const out = {
    nearest: new Float64Array(count),
    spacing: new Float64Array(count),
    dimension: new Float64Array(count),
    curvature: new Float64Array(count),
    normalTurn: new Float64Array(count),
  };
  const sums = new NeighbourhoodSums(tree, search.places);
  for (let i = 0; i < count; i++) {
    search.search(i);
    const { squares, k } = search;
    out.nearest[i] = k > 1 ? Math.sqrt(squares[1]!) : 0;
    out.spacing[i] = meanDistance(squares, k);
    out.dimension[i] = intrinsicDimension(squares, k);
    sums.reset();
    const fine = smallestEigenvector(sums.covarianceOf(Math.min(NORMAL_FINE, k)));
    const middle = smallestEigenvector(sums.covarianceOf(Math.min(NORMAL_MIDDLE, k)));
    out.curvature[i] = surfaceVariation(sums.covarianceOf(Math.min(CURVATURE + 1, k), 1));
    const broad = smallestEigenvector(sums.covarianceOf(k));
    out.normalTurn[i] = fine[0] * broad[0] + fine[1] * broad[1] + fine[2] * broad[2];
    normals.set(middle, 3 * i);
    const partners = Math.min(AGREEMENT, k - 1);
    for (let j = 0; j < partners; j++) agreeing[i * AGREEMENT + j] = search.places[j + 1]!;
  }
  return { count, ...out, normalAgreement: agreementOf(normals, agreeing) };
}

function meanDistance(squares: Float64Array, k: number): number {
  const last = Math.min(SPACING, k - 1);
  let sum = 0;
  for (let j = 1; j <= last; j++) sum += Math.sqrt(squares[j]!);
  return last > 0 ? sum / last : 0;
}

/** 1 over the mean of log(T20/Tj), j < 20: Levina and Bickel (2004), equation 8. */
function intrinsicDimension(squares: Float64Array, k: number): number {
  if (k <= DIMENSION) return NaN;
  const outer = Math.max(squares[DIMENSION]!, TINY * TINY);
  let product = 1;
  let sumOfLogs = 0;
  for (let j = 1; j < DIMENSION; j++) {
    product *= Math.max(squares[j]!, TINY * TINY) / outer;
    if (product < 1e-150) {
      sumOfLogs += Math.log(product);
      product = 1;
    }
  }
  const mean = (-0.5 * (sumOfLogs + Math.log(product))) / (DIMENSION - 1);
  return mean > TINY ? 1 / mean : NaN;
}

function agreementOf(normals: Float64Array, partners: Int32Array): number {
  let sum = 0;
  let pairs = 0;
  for (let slot = 0; slot < partners.length; slot++) {
    const j = partners[slot]!;
    if (j < 0) continue;
    const i = Math.floor(slot / AGREEMENT);
    sum += Math.abs(
      normals[3 * i]! * normals[3 * j]! +
        normals[3 * i + 1]! * normals[3 * j + 1]! +
        normals[3 * i + 2]! * normals[3 * j + 2]!,
    );
    pairs++;
  }
  return pairs > 0 ? sum / pairs : 0;
}

/** Running moments of the nearest points, so that a larger neighbourhood goes on from a lesser one. */
class NeighbourhoodSums {
  readonly #tree: KdTree;
  readonly #places: Int32Array;
  readonly #sums = new Float64Array(9);
  #taken = 0;

  constructor(tree: KdTree, places: Int32Array) {
    this.#tree = tree;
    this.#places = places;
  }

  reset(): void {
    this.#sums.fill(0);
    this.#taken = 0;
  }

  /**
   * Population covariance E[xx] − E[x]E[x] of the first `count` points; `count` must not fall.
   *
   * @param skipped  1 leaves out the point itself, which comes first
   */
  covarianceOf(count: number, skipped: 0 | 1 = 0): Symmetric3 {
    while (this.#taken < count) this.#add(this.#taken++);
    const s = this.#sums;
    const n = Math.max(1, count - skipped);
    const own = this.#places[0]!;
    const ox = skipped * this.#tree.xs[own]!;
    const oy = skipped * this.#tree.ys[own]!;
    const oz = skipped * this.#tree.zs[own]!;
    const x = (s[0]! - ox) / n;
    const y = (s[1]! - oy) / n;
    const z = (s[2]! - oz) / n;
    return {
      xx: (s[3]! - ox * ox) / n - x * x,
      xy: (s[4]! - ox * oy) / n - x * y,
      xz: (s[5]! - ox * oz) / n - x * z,
      yy: (s[6]! - oy * oy) / n - y * y,
      yz: (s[7]! - oy * oz) / n - y * z,
      zz: (s[8]! - oz * oz) / n - z * z,
    };
  }

  #add(index: number): void {
    const place = this.#places[index]!;
    const x = this.#tree.xs[place]!;
    const y = this.#tree.ys[place]!;
    const z = this.#tree.zs[place]!;
    const s = this.#sums;
    s[0]! += x;
    s[1]! += y;
    s[2]! += z;
    s[3]! += x * x;
    s[4]! += x * y;
    s[5]! += x * z;
    s[6]! += y * y;
    s[7]! += y * z;
    s[8]! += z * z;
  }
}
