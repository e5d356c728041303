// Shape of each face, the figure that the official score of meshes averages (gq-official.md, 3D, G):
// q = 2√3·area/Σ edge². Here only to colour faces by; the score's own is computed in the engine.
import { type BufferGeometry, Matrix4, Vector3 } from 'three';

/** Of an equilateral triangle; a sliver has 0. */
export const BEST_QUALITY = 0.5;

/** One figure for each triangle of a geometry, in [0, 0.5]. */
export function faceQualities(geometry: BufferGeometry, matrix = new Matrix4()): Float32Array {
  const positions = geometry.getAttribute('position');
  const { index } = geometry;
  const count = Math.floor((index?.count ?? positions.count) / 3);
  const qualities = new Float32Array(count);
  const corners = [new Vector3(), new Vector3(), new Vector3()] as const;
  const [a, b, c] = corners;
  const [u, v, normal] = [new Vector3(), new Vector3(), new Vector3()];
  for (let face = 0; face < count; face++) {
    corners.forEach((corner, k) => {
      const at = face * 3 + k;
      corner.fromBufferAttribute(positions, index?.getX(at) ?? at).applyMatrix4(matrix);
    });
    u.subVectors(b, a);
    v.subVectors(c, a);
    const squares = u.lengthSq() + v.lengthSq() + b.distanceToSquared(c);
    const doubleArea = normal.crossVectors(u, v).length();
    qualities[face] = squares > 0 ? (Math.sqrt(3) * doubleArea) / squares : 0;
  }
  return qualities;
}

/** From slivers to equilateral faces; told apart with any colour vision. */
export const QUALITY_STOPS = ['#b2182b', '#ef8a62', '#f3e3c3', '#67a9cf', '#2166ac'] as const;
