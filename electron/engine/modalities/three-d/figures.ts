import type { Figure } from '../define.ts';
import type { CloudMeasures } from './cloud-score.ts';
import type { MeshMeasures } from './mesh-score.ts';

const SHARE = [0, 1] as const;
const COUNT = [0, 4_294_967_295] as const;

const part = (value: number, weight: number): Figure => ({
  value,
  unit: '',
  range: SHARE,
  score: value,
  weight,
});

/** A share of which less is better, with the rating it gives. */
const fault = (value: number, weight: number): Figure => ({
  value,
  unit: '',
  range: SHARE,
  score: 1 - value,
  weight,
});

const count = (value: number): Figure => ({
  value,
  unit: 'count',
  range: COUNT,
  role: 'diagnostic',
});

/** Every component of the mesh score, named as in gq-official.md; weights are those inside a part. */
export function meshFigures(m: MeshMeasures): Record<string, Figure> {
  const granted =
    'The official check fails silently and grants this in full; here is the true share.';
  return {
    T: part(m.topology, 0.3),
    G: part(m.geometry, 0.4),
    S: part(m.sampling, 0.3),
    watertight: { ...part(Number(m.isWatertight), 0.35) },
    components: {
      value: m.components,
      unit: 'count',
      range: COUNT,
      score: Math.max(0, Math.min(1, 1 - (m.components - 1) / 3)),
      weight: 0.2,
    },
    'dihedral spread': fault(m.angleSpread, 0.4),
    'sharp angles': fault(m.sharpShare, 0.3),
    'triangle quality': part(m.triangleQuality, 0.3),
    'area spread': fault(m.areaSpread, 0.4),
    'valence spread': fault(m.valenceSpread, 0.25),
    'spacing spread': fault(m.spacingSpread, 0.2),
    'spacing outliers': fault(m.outlierShare, 0.15),
    'non-manifold edges': {
      value: m.nonManifoldShare,
      unit: '',
      range: SHARE,
      role: 'diagnostic',
      note: granted,
    },
    'boundary edges': { value: m.boundaryShare, unit: '', range: SHARE, role: 'diagnostic' },
    vertices: count(m.vertices),
    faces: count(m.faces),
  };
}

/** Every component of the point cloud score; weights are those inside a part. */
export function cloudFigures(m: CloudMeasures): Record<string, Figure> {
  return {
    T: part(m.topology, 0.3),
    G: part(m.geometry, 0.4),
    S: part(m.sampling, 0.3),
    surface: part(m.surface, 0.45),
    D: { value: m.dimension, unit: '', range: [1, 5] },
    'long edges': fault(m.farShare, 0.35),
    'normal agreement': part(m.normalAgreement, 0.2),
    κ: {
      value: m.curvature,
      unit: '',
      range: [0, 1 / 3],
      score: Math.max(0, Math.min(1, 1 - (m.curvature - 0.02) / 0.06)),
      weight: 0.45,
    },
    'turned normals': {
      ...fault(m.turnedShare, 0.35),
      note: 'Normals have no orientation here, so the signs of the estimator count as turns.',
    },
    'spacing spread': fault(m.spacingSpread, 0.5),
    'spacing outliers': fault(m.outlierShare, 0.25),
    points: count(m.points),
  };
}
