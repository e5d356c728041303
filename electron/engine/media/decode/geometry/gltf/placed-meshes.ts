import { GeometryError } from '../geometry.ts';
import { needs, type GltfDocument, type GltfNode } from './document.ts';

/** A 4 × 4 matrix, column by column, as glTF writes it. */
export type Matrix = readonly number[];

/** A mesh where the scene puts it. */
export interface PlacedMesh {
  readonly mesh: number;
  readonly matrix: Matrix;
  readonly isSkinned: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const INSTANCING = 'EXT_mesh_gpu_instancing';

/**
 * The meshes of the scene that is shown, each with the transforms of all nodes above it.
 *
 * @throws GeometryError when nodes are not a tree, or name what is not there
 */
export function placeMeshes({ scene, scenes, nodes }: GltfDocument): PlacedMesh[] {
  const roots = scenes.length === 0 ? rootsOf(nodes) : scenes[scene ?? 0]?.nodes;
  if (roots === undefined) throw new GeometryError(`The glTF has no scene ${scene ?? 0}.`);
  const placed: PlacedMesh[] = [];
  const seen = new Set<number>();
  const waiting = roots.map((index) => ({ index, above: IDENTITY })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { index, above } = next;
    const node = nodes[index];
    if (node === undefined) throw new GeometryError(`The glTF has no node ${index}.`);
    if (seen.has(index)) {
      throw new GeometryError(`Node ${index} of the glTF hangs below two nodes, or below itself.`);
    }
    seen.add(index);
    const matrix = multiply(above, ownMatrix(node));
    if (node.mesh !== undefined) {
      if (node.extensions?.[INSTANCING] !== undefined) throw needs(INSTANCING);
      const isSkinned = node.skin !== undefined;
      // by the format, joints place a skinned mesh and its node does not
      placed.push({ mesh: node.mesh, matrix: isSkinned ? IDENTITY : matrix, isSkinned });
    }
    for (const child of (node.children ?? []).toReversed()) {
      waiting.push({ index: child, above: matrix });
    }
  }
  return placed;
}

/** Without scenes: the nodes that are nobody's child. */
function rootsOf(nodes: readonly GltfNode[]): number[] {
  const children = new Set(nodes.flatMap((node) => node.children ?? []));
  return nodes.flatMap((_, index) => (children.has(index) ? [] : [index]));
}

function ownMatrix(node: GltfNode): Matrix {
  if (node.matrix !== undefined) return node.matrix;
  const [x = 0, y = 0, z = 0, w = 1] = node.rotation ?? [];
  const [sx = 1, sy = 1, sz = 1] = node.scale ?? [];
  const [tx = 0, ty = 0, tz = 0] = node.translation ?? [];
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[tx, ty, tz, 1],
  ];
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 16 }, (_, i) => {
    const row = i % 4;
    const column = i - row;
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += a[4 * k + row]! * b[column + k]!;
    return sum;
  });
}

/** True when a transform turns left into right, which turns faces inside out. */
export function isMirrored(m: Matrix): boolean {
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e) < 0;
}

/** Moves points in place. */
export function transformPoints(points: Float64Array, m: Matrix): void {
  const [m0 = 0, m1 = 0, m2 = 0, , m4 = 0, m5 = 0, m6 = 0, , m8 = 0, m9 = 0, m10 = 0] = m;
  const [m12 = 0, m13 = 0, m14 = 0] = m.slice(12);
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at]!;
    const y = points[at + 1]!;
    const z = points[at + 2]!;
    points[at] = m0 * x + m4 * y + m8 * z + m12;
    points[at + 1] = m1 * x + m5 * y + m9 * z + m13;
    points[at + 2] = m2 * x + m6 * y + m10 * z + m14;
  }
}
