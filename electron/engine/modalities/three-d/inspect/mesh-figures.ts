import type { Figure } from '../../../../../shared/model/quality.ts';
import { countFigure } from '../../define-inspection.ts';
import type { MeshCounts } from './analyse-mesh.ts';
import type { Box } from './box.ts';

const POSITIVE = [0, Number.MAX_VALUE] as const;

/** A length, area or volume in the file's own units, which no format tells. */
export const sizeFigure = (value: number | undefined, unit = 'units', note?: string): Figure => ({
  ...(value !== undefined && Number.isFinite(value) && { value }), // 1e300² overflows
  unit,
  range: POSITIVE,
  role: 'diagnostic',
  ...(note !== undefined && { note }),
});

/** Sides of the box round all vertices. */
export const extentFigures = ({ low, high }: Box): Record<string, Figure> => ({
  'extent x': sizeFigure(high[0] - low[0]),
  'extent y': sizeFigure(high[1] - low[1]),
  'extent z': sizeFigure(high[2] - low[2]),
});

/** Every figure of a mesh, in the order in which it is shown. */
export const meshFigures = (counts: MeshCounts, box: Box): Record<string, Figure> => ({
  ...sizeFigures(counts, box),
  ...defectFigures(counts),
  ...shapeFigures(counts),
});

function sizeFigures(counts: MeshCounts, box: Box): Record<string, Figure> {
  return {
    vertices: countFigure(counts.vertices),
    faces: countFigure(counts.faces, 'count', 'Triangles; polygons count as the fans they make.'),
    edges: countFigure(counts.edges),
    ...extentFigures(box),
    'surface area': sizeFigure(counts.area, 'units²', 'Duplicate faces once.'),
    volume: sizeFigure(
      counts.volume,
      'units³',
      counts.volume === undefined
        ? 'Only a watertight mesh encloses one.'
        : 'Cavities are taken off.',
    ),
    watertight: {
      value: Number(counts.isWatertight),
      unit: '',
      range: [0, 1],
      role: 'diagnostic',
      note: '1: yes, each edge belongs to exactly two faces; 0: no.',
    },
  };
}

function defectFigures(counts: MeshCounts): Record<string, Figure> {
  return {
    'boundary edges': countFigure(counts.boundaryEdges, 'count', 'Edges of one face only.'),
    'non-manifold edges': countFigure(
      counts.nonManifoldEdges,
      'count',
      'Edges of more than two faces.',
    ),
    'non-manifold vertices': countFigure(
      counts.nonManifoldVertices,
      'count',
      'Points in which separate sheets touch.',
    ),
    'degenerate faces': countFigure(
      counts.degenerateFaces,
      'count',
      'Without area: corners at one place, or all on one line.',
    ),
    'duplicate faces': countFigure(
      counts.duplicateFaces,
      'count',
      'The same three places as a face before it.',
    ),
    'duplicate vertices': countFigure(
      counts.duplicateVertices,
      'count',
      'At exactly the place of another; formats without shared vertices have many.',
    ),
    'unreferenced vertices': countFigure(
      counts.unreferencedVertices,
      'count',
      'No face names them.',
    ),
    'flipped faces': countFigure(
      counts.flippedFaces,
      'count',
      'Wound against most of the piece they hang on; their normals point to the other side.',
    ),
    'inside-out pieces': countFigure(
      counts.insideOut,
      'count',
      'Closed pieces whose normals point inwards; walls of cavities rightly do and do not count.',
    ),
    'one-sided pieces': countFigure(
      counts.oneSided,
      'count',
      'As a Möbius strip: no side can be called the outer one.',
    ),
  };
}

function shapeFigures(counts: MeshCounts): Record<string, Figure> {
  const { euler, genus } = counts;
  const signed = [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;
  return {
    components: countFigure(counts.components, 'count', 'Pieces that hang together by edges.'),
    'Euler characteristic': {
      value: euler,
      unit: '',
      range: signed,
      role: 'diagnostic',
      note: 'Vertices − edges + faces; 2 for a sphere.',
    },
    genus: {
      ...countFigure(genus, 'count', 'Handles, as the hole of a ring, of all pieces together.'),
      ...(genus === undefined && { note: 'Only a watertight mesh without defects has one.' }),
    },
  };
}
