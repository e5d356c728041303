// Models whose numbers are none: what cannot be drawn is left out, counted and said, so that the rest
// is seen and the camera has a place to stand.
import { BufferAttribute, type BufferGeometry, Mesh, type Object3D, Points } from 'three';

type Positions = Pick<BufferAttribute, 'count' | 'getX' | 'getY' | 'getZ'>;

const count = new Intl.NumberFormat('en-US');

/**
 * Leaves out vertices that are NaN or infinite, and the faces at them.
 *
 * @returns a sentence for people, or nothing where all is well
 * @throws Error when no vertex is left
 */
export function leaveOutBadVertices(object: Object3D): string | undefined {
  let bad = 0;
  let all = 0;
  let faces = 0;
  object.traverse((node) => {
    if (!(node instanceof Mesh || node instanceof Points)) return;
    const geometry = node.geometry as BufferGeometry;
    const positions = geometry.getAttribute('position');
    if (positions === undefined) return;
    all += positions.count;
    const isBad = findBad(positions);
    if (isBad === undefined) return;
    bad += isBad.reduce((sum, each) => sum + each, 0);
    faces += dropBad(geometry, isBad, node instanceof Points ? 1 : 3);
  });
  if (bad === 0) return undefined;
  if (bad === all) throw new Error('None of its vertices is a place: all are NaN or infinite.');
  const many = faces === 1 ? 'face' : 'faces';
  const left = faces > 0 ? ` and the ${count.format(faces)} ${many} at them` : '';
  return `${count.format(bad)} of ${count.format(all)} vertices are NaN or infinite: they${left} are left out.`;
}

function findBad(positions: Positions): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  for (let at = 0; at < positions.count; at++) {
    if (Number.isFinite(positions.getX(at) + positions.getY(at) + positions.getZ(at))) continue;
    found ??= new Uint8Array(positions.count);
    found[at] = 1;
  }
  return found;
}

/** @returns how many faces were dropped; points are dropped one by one */
function dropBad(geometry: BufferGeometry, isBad: Uint8Array, corners: 1 | 3): number {
  const positions = geometry.getAttribute('position');
  const { index } = geometry;
  const total = index?.count ?? positions.count;
  const kept: number[] = [];
  for (let at = 0; at + corners <= total; at += corners) {
    const vertices = Array.from({ length: corners }, (_, k) => index?.getX(at + k) ?? at + k);
    if (vertices.every((vertex) => isBad[vertex] === 0)) kept.push(...vertices);
  }
  const good = isBad.indexOf(0);
  isBad.forEach((each, vertex) => {
    // still measured with the others, though not drawn: put where it changes no extent
    if (each === 1 && good >= 0) {
      positions.setXYZ(vertex, positions.getX(good), positions.getY(good), positions.getZ(good));
    }
  });
  geometry.setIndex(new BufferAttribute(Uint32Array.from(kept), 1));
  geometry.boundingBox = null;
  geometry.boundingSphere = null;
  return corners === 1 ? 0 : Math.floor(total / 3) - kept.length / 3;
}
