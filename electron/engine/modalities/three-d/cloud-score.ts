import { clip, median, percentile } from '../order-statistics.ts';
import { cloudNeighbourhoods } from './cloud-neighbourhoods.ts';
import { outlierShare, robustSpread } from './spread.ts';

const MIN_TOPOLOGY = 8; // gq-official.md, 3D, point cloud; so are all figures below
const MIN_GEOMETRY = 32;
const MIN_SAMPLING = 16;
const TURN_COS = Math.cos(Math.PI / 6);

/** Parts of the point cloud score and the figures they are made of. */
export interface CloudMeasures {
  readonly points: number;
  readonly topology: number;
  readonly geometry: number;
  readonly sampling: number;
  /** Median Levina–Bickel dimension, in [1, 5]. */
  readonly dimension: number;
  /** How surface-like the cloud is, 0..1. */
  readonly surface: number;
  /** Share of points whose nearest neighbour is further than 95 % of all are. */
  readonly farShare: number;
  readonly normalAgreement: number;
  /** Mean λ3/Σλ. */
  readonly curvature: number;
  /** Share of points whose normals at 16 and 64 neighbours differ by more than 30°. */
  readonly turnedShare: number;
  /** Spread of the mean distance to the 8 nearest, 0 even, 1 uneven. */
  readonly spacingSpread: number;
  readonly outlierShare: number;
}

/**
 * @param positions  normalised, at least two points
 * @source gq-official.md, 3D, point cloud
 */
export function measureCloud(positions: Float64Array): CloudMeasures {
  const around = cloudNeighbourhoods(positions);
  const { count } = around;
  const known = around.dimension.filter(Number.isFinite);
  const dimension = known.length === 0 ? 1 : clip(median(known), 1, 5);
  const surface = clip(1 - (dimension - 2), 0, 1);
  const far = percentile(around.nearest, 95);
  const farShare = shareOf(around.nearest, (distance) => distance > far);
  const curvature = around.curvature.reduce((sum, value) => sum + value, 0) / count;
  const turnedShare = shareOf(around.normalTurn, (cos) => cos < TURN_COS);
  const spacingSpread = robustSpread(around.spacing);
  const outliers = outlierShare(around.spacing);
  const agreement = around.normalAgreement;
  const flat = clip(1 - (curvature - 0.02) / 0.06, 0, 1);
  return {
    points: count,
    topology: count < MIN_TOPOLOGY ? 0 : 0.45 * surface + 0.35 * (1 - farShare) + 0.2 * agreement,
    geometry: count < MIN_GEOMETRY ? 0 : 0.45 * flat + 0.35 * (1 - turnedShare) + 0.2 * agreement,
    sampling:
      count < MIN_SAMPLING ? 0 : 0.5 * (1 - spacingSpread) + 0.25 * (1 - outliers) + 0.25 * surface,
    dimension,
    surface,
    farShare,
    normalAgreement: agreement,
    curvature,
    turnedShare,
    spacingSpread,
    outlierShare: outliers,
  };
}

const shareOf = (values: Float64Array, test: (value: number) => boolean): number =>
  values.reduce((sum, value) => sum + Number(test(value)), 0) / values.length;
