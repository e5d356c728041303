import type { Finding, Inspection } from '../../../../../shared/model/quality.ts';
import { unscored } from '../../../media/decode/decoded.ts';
import type { Geometry } from '../../../media/decode/geometry/geometry.ts';
import type { InspectionOutcome } from '../../define-inspection.ts';
import { analyseCloud } from './analyse-cloud.ts';
import { analyseMesh, type MeshAnalysis } from './analyse-mesh.ts';
import { boxOf, type Box } from './box.ts';
import { cloudFigures } from './cloud-figures.ts';
import { DEFECT_LABELS } from './defect-labels.ts';
import { locateCloudDefects, type LocatedDefects, locateMeshDefects } from './locate-defects.ts';
import { meshFigures } from './mesh-figures.ts';

export const THREE_D_INSPECTION_VERSION = 1;

/** Above these the maps of edges and neighbours do not fit the memory that a file may take. */
export const MAX_INSPECTED_FACES = 3_000_000;
export const MAX_INSPECTED_POINTS = 6_000_000;

/** All that was found out about a model. */
export interface GeometryReport {
  readonly figures: Inspection['figures'];
  /** Coordinates are relative to the middle of `box`. */
  readonly defects: readonly LocatedDefects[];
  readonly box: Box;
  readonly origin: readonly [number, number, number];
  readonly notes: readonly string[];
}

/**
 * Looks a decoded model over.
 *
 * @returns unscored for one that is empty or too large
 */
export function examineGeometry(
  geometry: Geometry,
  notes: readonly string[] = [],
): { readonly status: 'examined'; readonly report: GeometryReport } | ReturnType<typeof unscored> {
  const points = geometry.positions.length / 3;
  const faces = geometry.kind === 'mesh' ? geometry.faces.length / 3 : 0;
  if (points === 0) return unscored('media-too-small', 'It holds no vertices.');
  if (faces > MAX_INSPECTED_FACES || (faces === 0 && points > MAX_INSPECTED_POINTS)) {
    const what = faces > 0 ? `${faces} faces` : `${points} points`;
    const most = faces > 0 ? MAX_INSPECTED_FACES : MAX_INSPECTED_POINTS;
    return unscored('media-too-large', `It holds ${what}; up to ${most} are looked at.`);
  }
  const box = boxOf(geometry.positions);
  const origin = [0, 1, 2].map((i) => box.low[i]! / 2 + box.high[i]! / 2) as [
    number,
    number,
    number,
  ];
  if (geometry.kind === 'cloud') {
    const cloud = analyseCloud(geometry.positions);
    const figures = cloudFigures(cloud, box);
    const defects = locateCloudDefects(cloud, origin);
    return { status: 'examined', report: { figures, defects, box, origin, notes } };
  }
  const analysis = analyseMesh(geometry);
  const figures = meshFigures(analysis.counts, box);
  const defects = locateMeshDefects(analysis, origin);
  const all = [...notes, ...notesOn(analysis)];
  return { status: 'examined', report: { figures, defects, box, origin, notes: all } };
}

function notesOn({ counts }: MeshAnalysis): string[] {
  const notes: string[] = [];
  if (counts.duplicateVertices > 0) {
    notes.push(
      `${counts.duplicateVertices} of ${counts.vertices} vertices lie exactly on another; they count as one where faces meet.`,
    );
  }
  if (counts.duplicateFaces > 0) {
    notes.push('Duplicate faces are counted as such and left out of everything else.');
  }
  if (counts.faces === 0) notes.push('It has vertices and no faces.');
  return notes;
}

/** The inspection of a decoded model: figures, and one finding a kind of defect. */
export function inspectGeometry(
  geometry: Geometry,
  notes: readonly string[] = [],
): InspectionOutcome {
  const examined = examineGeometry(geometry, notes);
  if (examined.status === 'unscored') return examined;
  const { report } = examined;
  return {
    status: 'inspected',
    inspection: {
      profile: 'three-d',
      version: THREE_D_INSPECTION_VERSION,
      type: geometry.kind === 'cloud' ? 'Point cloud' : 'Triangle mesh',
      figures: report.figures,
      findings: report.defects.map((defect) => findingOf(defect, report)),
      notes: report.notes,
    },
  };
}

function findingOf(defect: LocatedDefects, { origin, box }: GeometryReport): Finding {
  const { id, total } = defect;
  const { label, one } = DEFECT_LABELS[id];
  const count = total === 1 ? `1 ${one}` : `${total} ${label.toLowerCase()}`;
  const place = firstPlace(defect, origin);
  const longest = Math.max(...[0, 1, 2].map((axis) => box.high[axis]! - box.low[axis]!));
  const where = place?.map((value) => roundTo(value, longest)).join(', ');
  return { kind: id, message: where === undefined ? count : `${count}, one at (${where})` };
}

/** The middle of the first entry. */
function firstPlace(
  { triangles, segments, points }: LocatedDefects,
  origin: GeometryReport['origin'],
): number[] | undefined {
  const [values, corners] =
    triangles !== undefined && triangles.length > 0
      ? [triangles, 3]
      : segments !== undefined && segments.length > 0
        ? [segments, 2]
        : [points ?? new Float32Array(0), 1];
  if (values.length === 0) return undefined;
  return origin.map((from, axis) => {
    let sum = 0;
    for (let corner = 0; corner < corners; corner++) sum += values[3 * corner + axis]!;
    return from + sum / corners;
  });
}

/** To about a thousandth of the model's longest side: more says nothing. */
function roundTo(value: number, longest: number): string {
  const digits = longest > 0 ? 3 - Math.floor(Math.log10(longest)) : 0;
  if (digits > 15 || digits < 0) return String(Number(value.toPrecision(4)));
  return String(Number(value.toFixed(digits)) + 0);
}
