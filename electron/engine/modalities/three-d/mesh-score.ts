import type { TriangleMesh } from '../../media/decode/geometry/geometry.ts';
import { clip } from '../order-statistics.ts';
import { anglesBetween, faceShapes } from './face-shapes.ts';
import { buildKdTree } from './kd-tree.ts';
import { countComponents, meshEdges } from './mesh-edges.ts';
import { NearestNeighbours } from './nearest-neighbours.ts';
import { outlierShare, robustSpread } from './spread.ts';
import { sampleSurface } from './surface-samples.ts';

const SAMPLES = 5000; // gq-official.md, 3D, mesh
const NEIGHBOURS = 8; // same
const SHARP = Math.PI / 3; // same, 60°

/** Parts of the mesh score and the figures they are made of. */
export interface MeshMeasures {
  readonly vertices: number;
  readonly faces: number;
  readonly topology: number;
  readonly geometry: number;
  readonly sampling: number;
  readonly isWatertight: boolean;
  readonly components: number;
  readonly angleSpread: number;
  readonly sharpShare: number;
  readonly triangleQuality: number;
  readonly areaSpread: number;
  readonly valenceSpread: number;
  readonly spacingSpread: number;
  readonly outlierShare: number;
  /** Share of edges of more than two faces; not in the score. */
  readonly nonManifoldShare: number;
  /** Share of edges of one face; not in the score. */
  readonly boundaryShare: number;
}

/**
 * @param mesh  normalised, at least one face
 * @source gq-official.md, 3D, mesh
 */
export function measureMesh(mesh: TriangleMesh): MeshMeasures {
  const faces = mesh.faces.length / 3;
  const edges = meshEdges(mesh);
  const shapes = faceShapes(mesh);
  const angles = anglesBetween(shapes.normals, edges.adjacentFaces);
  const spacing = sampleSpacing(sampleSurface(mesh, shapes.areas, SAMPLES));
  const isWatertight = edges.boundaryEdges === 0 && edges.nonManifoldEdges === 0;
  const components = countComponents(faces, edges.adjacentFaces);
  const figures = {
    angleSpread: robustSpread(angles),
    sharpShare: shareAbove(angles, SHARP),
    triangleQuality: shapes.qualities.reduce((sum, quality) => sum + quality, 0) / faces,
    areaSpread: robustSpread(shapes.areas),
    valenceSpread: robustSpread(Float64Array.from(edges.valence)),
    spacingSpread: robustSpread(spacing),
    outlierShare: outlierShare(spacing),
  };
  return {
    vertices: mesh.positions.length / 3,
    faces,
    // 0.25 and 0.20: non-manifold and self-intersection, which the official code always grants
    topology: 0.35 * Number(isWatertight) + 0.25 + 0.2 + 0.2 * clip(1 - (components - 1) / 3, 0, 1),
    geometry:
      0.4 * (1 - figures.angleSpread) +
      0.3 * (1 - figures.sharpShare) +
      0.3 * figures.triangleQuality,
    sampling:
      0.4 * (1 - figures.areaSpread) +
      0.25 * (1 - figures.valenceSpread) +
      0.2 * (1 - figures.spacingSpread) +
      0.15 * (1 - figures.outlierShare),
    isWatertight,
    components,
    ...figures,
    nonManifoldShare: edges.nonManifoldEdges / Math.max(1, edges.uniqueEdges),
    boundaryShare: edges.boundaryEdges / Math.max(1, edges.uniqueEdges),
  };
}

/** Mean distance of each sample to its nearest others. */
function sampleSpacing(samples: Float64Array): Float64Array {
  const tree = buildKdTree(samples);
  const search = new NearestNeighbours(tree, NEIGHBOURS + 1);
  const spacing = new Float64Array(tree.count);
  for (let i = 0; i < tree.count; i++) {
    search.search(i);
    let sum = 0;
    for (let j = 1; j < search.k; j++) sum += Math.sqrt(search.squares[j]!);
    spacing[i] = sum / Math.max(1, search.k - 1);
  }
  return spacing;
}

const shareAbove = (values: Float64Array, limit: number): number =>
  values.length === 0
    ? 0
    : values.reduce((sum, value) => sum + Number(value > limit), 0) / values.length;
