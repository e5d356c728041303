import { type Camera, normalise, project, type Vector } from './camera.ts';
import { CLAY, type Raster } from './raster.ts';

/** A surface as it is drawn. */
export interface Surface {
  readonly positions: Float64Array;
  readonly faces: Uint32Array;
  /** As `vertexNormals` makes them. */
  readonly normals: Float32Array;
  /** Red, green, blue a vertex; absent: clay. */
  readonly colours?: Uint8Array | undefined;
}

const AMBIENT = 0.2;
const KEY = 0.7;
const FILL = 0.22;
/** Where the surface bends more than this at a vertex, an edge is seen: cos 30°. */
const CREASE = 0.866;

/**
 * Draws all faces, nearest in front whatever their order; both sides of a face are lit, so that
 * neither winding nor holes matter.
 */
export function drawMesh(raster: Raster, surface: Surface, camera: Camera): void {
  const { positions, faces, normals, colours } = surface;
  const { x, y, nearness } = project(positions, camera);
  const light = lightOf(camera);
  const eye = eyeOf(camera);
  const shade = new Float64Array(3);
  const tint = new Float64Array(9);
  for (let at = 0; at < faces.length; at += 3) {
    const a = faces[at]!;
    const b = faces[at + 1]!;
    const c = faces[at + 2]!;
    shadeFace(positions, normals, a, b, c, eye, light, shade);
    for (let corner = 0; corner < 3; corner++) {
      const vertex = faces[at + corner]! * 3;
      for (let k = 0; k < 3; k++) {
        const base = colours === undefined ? CLAY[k]! : colours[vertex + k]!;
        tint[corner * 3 + k] = base * shade[corner]!;
      }
    }
    fillTriangle(raster, x, y, nearness, a, b, c, tint);
  }
}

type Light = (nx: number, ny: number, nz: number) => number;

/** A lamp over the viewer's left shoulder, a weaker one from the lower right. */
function lightOf({ right, up, back }: Camera): Light {
  const towards = (r: number, u: number, b: number): Vector =>
    normalise([0, 1, 2].map((i) => r * right[i]! + u * up[i]! + b * back[i]!) as unknown as Vector);
  const [kx, ky, kz] = towards(-0.5, 0.7, 1);
  const [fx, fy, fz] = towards(0.8, -0.3, 0.8);
  return (nx, ny, nz) =>
    AMBIENT +
    KEY * Math.max(0, nx * kx + ny * ky + nz * kz) +
    FILL * Math.max(0, nx * fx + ny * fy + nz * fz);
}

function eyeOf({ centre, back, distance }: Camera): Vector {
  return [
    centre[0] + back[0] * distance,
    centre[1] + back[1] * distance,
    centre[2] + back[2] * distance,
  ];
}

/** Brightness at the three corners: of the bent surface, or of the face where an edge is. */
function shadeFace(
  positions: Float64Array,
  normals: Float32Array,
  a: number,
  b: number,
  c: number,
  eye: Vector,
  light: Light,
  out: Float64Array,
): void {
  const ax = positions[a * 3]!;
  const ay = positions[a * 3 + 1]!;
  const az = positions[a * 3 + 2]!;
  const ux = positions[b * 3]! - ax;
  const uy = positions[b * 3 + 1]! - ay;
  const uz = positions[b * 3 + 2]! - az;
  const vx = positions[c * 3]! - ax;
  const vy = positions[c * 3 + 1]! - ay;
  const vz = positions[c * 3 + 2]! - az;
  let nx = uy * vz - uz * vy;
  let ny = uz * vx - ux * vz;
  let nz = ux * vy - uy * vx;
  const length = Math.hypot(nx, ny, nz) || 1;
  nx /= length;
  ny /= length;
  nz /= length;
  const isFront = nx * (eye[0] - ax) + ny * (eye[1] - ay) + nz * (eye[2] - az) >= 0;
  const side = isFront ? 1 : -1;
  const flat = light(nx * side, ny * side, nz * side);
  for (let corner = 0; corner < 3; corner++) {
    const at = (corner === 0 ? a : corner === 1 ? b : c) * 3;
    const sx = normals[at]!;
    const sy = normals[at + 1]!;
    const sz = normals[at + 2]!;
    const isSmooth = nx * sx + ny * sy + nz * sz > CREASE;
    out[corner] = isSmooth ? light(sx * side, sy * side, sz * side) : flat;
  }
}

/** Every pixel whose middle is inside; edges belong to both faces, depth decides. */
function fillTriangle(
  { sidePx, colour, nearness: depth }: Raster,
  x: Float32Array,
  y: Float32Array,
  nearness: Float32Array,
  a: number,
  b: number,
  c: number,
  tint: Float64Array,
): void {
  const ax = x[a]!;
  const ay = y[a]!;
  const bx = x[b]! - ax;
  const by = y[b]! - ay;
  const cx = x[c]! - ax;
  const cy = y[c]! - ay;
  const area = bx * cy - by * cx;
  if (area === 0) return;
  const left = Math.max(0, Math.ceil(ax + Math.min(0, bx, cx) - 0.5));
  const right = Math.min(sidePx - 1, Math.floor(ax + Math.max(0, bx, cx) - 0.5));
  const top = Math.max(0, Math.ceil(ay + Math.min(0, by, cy) - 0.5));
  const bottom = Math.min(sidePx - 1, Math.floor(ay + Math.max(0, by, cy) - 0.5));
  const na = nearness[a]!;
  const nb = nearness[b]! - na;
  const nc = nearness[c]! - na;
  for (let row = top; row <= bottom; row++) {
    const py = row + 0.5 - ay;
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - ax;
      const wb = (px * cy - py * cx) / area;
      if (wb < 0) continue;
      const wc = (bx * py - by * px) / area;
      if (wc < 0 || wb + wc > 1) continue;
      const at = row * sidePx + column;
      const near = na + wb * nb + wc * nc;
      if (near <= depth[at]!) continue;
      depth[at] = near;
      const wa = 1 - wb - wc;
      for (let k = 0; k < 3; k++) {
        colour[at * 3 + k] = wa * tint[k]! + wb * tint[3 + k]! + wc * tint[6 + k]!;
      }
    }
  }
}
