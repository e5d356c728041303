import { AppError, type ErrorCode } from '../../../../shared/api/errors.ts';
import type { DefectKind, ModelDefects } from '../../../../shared/model/defects.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { DEFECT_LABELS } from '../../modalities/three-d/inspect/defect-labels.ts';
import { examineGeometry } from '../../modalities/three-d/inspect/inspect-geometry.ts';
import type { LocatedDefects } from '../../modalities/three-d/inspect/locate-defects.ts';
import { decodeThreeD } from '../decode/three-d.ts';

/**
 * Reads a model and gives the places of its defects, as the viewer draws them.
 *
 * @throws AppError 'unsupported' for a format or size that is not looked at, 'unreadable' for a broken
 *   file
 */
export async function findDefects(path: string): Promise<ModelDefects> {
  const decoded = await decodeThreeD(path, { withPlyFaces: true });
  if (decoded.status === 'unscored') throw refuse(decoded, path);
  const examined = examineGeometry(decoded.value, decoded.notes);
  if (examined.status === 'unscored') throw refuse(examined, path);
  const { defects, origin, notes } = examined.report;
  return { origin, kinds: defects.map(toKind), notes: [...notes] };
}

const CODES: Readonly<Partial<Record<UnscoredCode, ErrorCode>>> = {
  'media-broken': 'unreadable',
  'media-missing': 'not-found',
};

function refuse(
  { code, reason }: { readonly code: UnscoredCode; readonly reason: string },
  path: string,
): AppError {
  return new AppError(CODES[code] ?? 'unsupported', `Cannot look for defects: ${reason} "${path}"`);
}

function toKind({ id, total, shown, ...places }: LocatedDefects): DefectKind {
  const { label, hint } = DEFECT_LABELS[id];
  const { triangles, segments, points, groups } = places;
  return {
    id,
    label,
    hint,
    total,
    shown,
    ...(triangles !== undefined && { triangles: toBase64(triangles) }),
    ...(segments !== undefined && { segments: toBase64(segments) }),
    ...(points !== undefined && { points: toBase64(points) }),
    ...(groups !== undefined && { groups: toBase64(groups) }),
  };
}

/** Every system that Node.js runs on keeps numbers little end first. */
const toBase64 = ({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
