// Which closed patches enclose a point: the wall of a cavity rightly looks inwards.
import type { ClosedPatch, Winding } from './winding.ts';

// no edge of a model that anybody builds runs along it
const RAY = [0.371_906_76, 0.602_845_13, 0.705_872_91] as const;

/** True when the patch lies inside an odd number of the other closed patches. */
export function isCavity(
  patch: ClosedPatch,
  { closed, patchOf }: Winding,
  corners: Uint32Array,
  positions: Float64Array,
): boolean {
  const others = new Set(closed.flatMap((other) => (holds(other, patch) ? [other.id] : [])));
  others.delete(patch.id);
  if (others.size === 0) return false;
  const start = 3 * corners[3 * patch.face]!;
  const from = [positions[start]!, positions[start + 1]!, positions[start + 2]!] as const;
  let crossings = 0;
  for (let face = 0; face < patchOf.length; face++) {
    if (!others.has(patchOf[face]!)) continue;
    const a = 3 * corners[3 * face]!;
    const b = 3 * corners[3 * face + 1]!;
    const c = 3 * corners[3 * face + 2]!;
    if (isHit(positions, a, b, c, from)) crossings++;
  }
  return crossings % 2 === 1;
}

const holds = (outer: ClosedPatch, inner: ClosedPatch): boolean =>
  [0, 1, 2].every((i) => outer.low[i]! <= inner.low[i]! && outer.high[i]! >= inner.high[i]!);

/** Whether the ray crosses a triangle (Möller and Trumbore 1997). */
function isHit(
  p: Float64Array,
  a: number,
  b: number,
  c: number,
  [ox, oy, oz]: readonly [number, number, number],
): boolean {
  const [dx, dy, dz] = RAY;
  const ux = p[b]! - p[a]!;
  const uy = p[b + 1]! - p[a + 1]!;
  const uz = p[b + 2]! - p[a + 2]!;
  const vx = p[c]! - p[a]!;
  const vy = p[c + 1]! - p[a + 1]!;
  const vz = p[c + 2]! - p[a + 2]!;
  const hx = dy * vz - dz * vy;
  const hy = dz * vx - dx * vz;
  const hz = dx * vy - dy * vx;
  const det = ux * hx + uy * hy + uz * hz;
  if (det === 0) return false;
  const sx = ox - p[a]!;
  const sy = oy - p[a + 1]!;
  const sz = oz - p[a + 2]!;
  const u = (sx * hx + sy * hy + sz * hz) / det;
  if (u < 0 || u > 1) return false;
  const qx = sy * uz - sz * uy;
  const qy = sz * ux - sx * uz;
  const qz = sx * uy - sy * ux;
  const v = (dx * qx + dy * qy + dz * qz) / det;
  return v >= 0 && u + v <= 1 && (vx * qx + vy * qy + vz * qz) / det > 0;
}
