// NR3D-Q v3, the 3D score behind the published numbers.
import type { Geometry } from '../../media/decode/geometry/geometry.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { type Figure, type QualityOutcome, scoredOf } from '../define.ts';
import { clip } from '../order-statistics.ts';
import { type CloudMeasures, measureCloud } from './cloud-score.ts';
import { cloudFigures, meshFigures } from './figures.ts';
import { measureMesh, type MeshMeasures } from './mesh-score.ts';
import { normalisePositions } from './normalise.ts';
import { thinOut } from './thin-out.ts';

export const THREE_D_QUALITY_VERSION = 1;

/** A larger cloud is thinned to this; the official code was timed on at most 4,096 points. */
export const MAX_POINTS = 200_000;

/**
 * Official 3D score of a decoded mesh or point cloud, whose coordinates are finite and whose faces
 * name vertices that are there.
 *
 * @param notes  about the file, kept with the score
 * @returns 'media-too-small' for a mesh without faces or area, and when all points lie at one place
 * @source gq-official.md, 3D
 */
export function scoreThreeD(geometry: Geometry, notes: readonly string[] = []): QualityOutcome {
  if (geometry.kind === 'mesh' && geometry.faces.length === 0) {
    return unscored('media-too-small', 'The mesh has no faces.');
  }
  const normalised = normalisePositions(geometry.positions);
  if (normalised === undefined) {
    return unscored('media-too-small', 'All points lie at one place, or there are none.');
  }
  const { positions } = normalised;
  if (geometry.kind === 'mesh') {
    const measures = measureMesh({ ...geometry, positions });
    return outcomeOf(measures, meshFigures(measures), notes);
  }
  const total = positions.length / 3;
  const measures = measureCloud(thinOut(positions, MAX_POINTS));
  const isThinned = total > MAX_POINTS;
  const note = `Scored on ${MAX_POINTS} of ${total} points, spread evenly over the file.`;
  return outcomeOf(measures, cloudFigures(measures), isThinned ? [...notes, note] : notes);
}

function outcomeOf(
  parts: Pick<CloudMeasures | MeshMeasures, 'topology' | 'geometry' | 'sampling'>,
  components: Record<string, Figure>,
  notes: readonly string[],
): QualityOutcome {
  const [t, g, s] = [parts.topology, parts.geometry, parts.sampling].map((v) => clip(v, 0, 1));
  return scoredOf({
    profile: 'unim',
    version: THREE_D_QUALITY_VERSION,
    score: 100 * (0.3 * t! + 0.4 * g! + 0.3 * s!),
    components,
    notes,
  });
}
