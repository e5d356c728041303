import type { TriangleMesh } from '../../../media/decode/geometry/geometry.ts';
import { mixBits, tableSlots } from './hash-table.ts';

/** Two or three corners lie at one place: no triangle, and no part of the surface. */
export const COLLAPSED = 1;
/** Three places on one line: no area, but part of the surface. */
export const FLAT = 2;
/** The same three places as a face before it, in whatever order. */
export const DUPLICATE = 4;
/** What is not part of the surface when its edges are looked at. */
export const LEFT_OUT = COLLAPSED | DUPLICATE;

/** Height of a triangle, as a share of its longest side, below which it counts as flat. */
const FLAT_SHARE = 1e-10;

/** Faces over welded corners, with what is wrong with each. */
export interface ClassifiedFaces {
  /** Three places a face, each the first vertex there. */
  readonly corners: Uint32Array;
  /** Bits: `COLLAPSED`, `FLAT`, `DUPLICATE`. */
  readonly flags: Uint8Array;
  /** Of all faces but duplicates. */
  readonly area: number;
}

/** @param first  of each vertex the first one at its place */
export function classifyFaces(mesh: TriangleMesh, first: Uint32Array): ClassifiedFaces {
  const corners = new Uint32Array(mesh.faces.length);
  for (let i = 0; i < corners.length; i++) corners[i] = first[mesh.faces[i]!]!;
  const count = corners.length / 3;
  const flags = new Uint8Array(count);
  const isDuplicate = createDuplicateCheck(corners);
  let area = 0;
  for (let face = 0; face < count; face++) {
    const a = corners[3 * face]!;
    const b = corners[3 * face + 1]!;
    const c = corners[3 * face + 2]!;
    if (a === b || b === c || c === a) {
      flags[face] = COLLAPSED;
      continue;
    }
    const { doubleArea, longestSquare } = measureFace(mesh.positions, a, b, c);
    let flag = doubleArea <= FLAT_SHARE * longestSquare ? FLAT : 0;
    if (isDuplicate(face, a, b, c)) flag |= DUPLICATE;
    else area += doubleArea / 2;
    flags[face] = flag;
  }
  return { corners, flags, area };
}

function measureFace(p: Float64Array, a: number, b: number, c: number) {
  const ux = p[3 * b]! - p[3 * a]!;
  const uy = p[3 * b + 1]! - p[3 * a + 1]!;
  const uz = p[3 * b + 2]! - p[3 * a + 2]!;
  const vx = p[3 * c]! - p[3 * a]!;
  const vy = p[3 * c + 1]! - p[3 * a + 1]!;
  const vz = p[3 * c + 2]! - p[3 * a + 2]!;
  const nx = uy * vz - uz * vy;
  const ny = uz * vx - ux * vz;
  const nz = ux * vy - uy * vx;
  const third = (vx - ux) ** 2 + (vy - uy) ** 2 + (vz - uz) ** 2;
  const longestSquare = Math.max(ux * ux + uy * uy + uz * uz, vx * vx + vy * vy + vz * vz, third);
  return { doubleArea: Math.sqrt(nx * nx + ny * ny + nz * nz), longestSquare };
}

/** Asked of one face after another; remembers those that it was asked of. */
function createDuplicateCheck(corners: Uint32Array) {
  const mask = tableSlots(corners.length / 3) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  /** The third corner is the one that is neither the least nor the greatest. */
  const isSame = (face: number, low: number, high: number, sum: number): boolean => {
    const a = corners[3 * face]!;
    const b = corners[3 * face + 1]!;
    const c = corners[3 * face + 2]!;
    return Math.min(a, b, c) === low && Math.max(a, b, c) === high && a + b + c === sum;
  };
  return (face: number, a: number, b: number, c: number): boolean => {
    const low = Math.min(a, b, c);
    const high = Math.max(a, b, c);
    const sum = a + b + c;
    const hash = mixBits(mixBits(low) + Math.imul(high, 0x9e3779b1) + Math.imul(sum, 0x27d4eb2f));
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = table[slot]!;
      if (known < 0) {
        table[slot] = face;
        return false;
      }
      if (isSame(known, low, high, sum)) return true;
    }
  };
}
