import type { TriangleMesh } from '../../media/decode/geometry/geometry.ts';

/** Shape of each face. */
export interface FaceShapes {
  readonly areas: Float64Array;
  /** 2√3·area/Σ edge²; 0 for a sliver, 0.5 for an equilateral triangle. */
  readonly qualities: Float64Array;
  /** Unit normals, x, y, z a face; 0 for a face without area. */
  readonly normals: Float64Array;
}

/** @source gq-official.md, 3D, mesh */
export function faceShapes({ positions, faces }: TriangleMesh): FaceShapes {
  const count = faces.length / 3;
  const areas = new Float64Array(count);
  const qualities = new Float64Array(count);
  const normals = new Float64Array(count * 3);
  for (let f = 0; f < count; f++) {
    const a = 3 * faces[3 * f]!;
    const b = 3 * faces[3 * f + 1]!;
    const c = 3 * faces[3 * f + 2]!;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    const squares =
      ux * ux +
      uy * uy +
      uz * uz +
      (vx * vx + vy * vy + vz * vz) +
      ((vx - ux) ** 2 + (vy - uy) ** 2 + (vz - uz) ** 2);
    areas[f] = length / 2;
    qualities[f] = squares > 0 ? (Math.sqrt(3) * length) / squares : 0;
    if (length > 0) {
      normals[3 * f] = nx / length;
      normals[3 * f + 1] = ny / length;
      normals[3 * f + 2] = nz / length;
    }
  }
  return { areas, qualities, normals };
}

/** Angle between the normals of each pair of faces, radians. */
export function anglesBetween(normals: Float64Array, pairs: Uint32Array): Float64Array {
  const angles = new Float64Array(pairs.length / 2);
  for (let i = 0; i < angles.length; i++) {
    const a = 3 * pairs[2 * i]!;
    const b = 3 * pairs[2 * i + 1]!;
    const cos =
      normals[a]! * normals[b]! +
      normals[a + 1]! * normals[b + 1]! +
      normals[a + 2]! * normals[b + 2]!;
    angles[i] = Math.acos(Math.min(Math.max(cos, -1), 1));
  }
  return angles;
}
