// Models with defects that a test knows: the same inside-out sphere in every format, so that what is
// drawn over it must cover it exactly, and one mesh with a defect of several kinds.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TriangleMesh } from '../../../../electron/engine/media/decode/geometry/geometry.ts';
import { makeGlb, simpleGltf } from '../../../builders/make-glb.ts';
import {
  joinMeshes,
  makeCube,
  makeSphere,
  moveMesh,
  objText,
  withFaces,
} from '../../../builders/make-mesh.ts';

/** Files of the inside-out sphere. */
export const INSIDE_OUT_FILES = [
  'inside-out.obj',
  'inside-out.off',
  'inside-out.stl',
  'inside-out.ply',
  'inside-out.glb',
] as const;

/** Writes them into a folder. */
export async function writeBrokenMeshes(dir: string): Promise<void> {
  const sphere = turnedOver(moveMesh(makeSphere(16, 24), 3));
  const files: Record<string, string | Buffer> = {
    'inside-out.obj': objText(sphere),
    'inside-out.off': offText(sphere),
    'inside-out.stl': stlText(sphere),
    // so far from zero that 32 bits would not tell its vertices apart
    'inside-out.ply': plyText(moveMesh(sphere, 1e8)),
    'inside-out.glb': movedGlb(sphere),
    'broken.obj': objText(brokenMesh()),
  };
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(dir, name), content)),
  );
}

const trianglesOf = ({ faces }: TriangleMesh): number[][] =>
  Array.from({ length: faces.length / 3 }, (_, i) => [...faces.subarray(3 * i, 3 * i + 3)]);
const placesOf = ({ positions }: TriangleMesh): number[][] =>
  Array.from({ length: positions.length / 3 }, (_, i) => [...positions.subarray(3 * i, 3 * i + 3)]);

const turnedOver = (mesh: TriangleMesh): TriangleMesh =>
  withFaces(
    mesh,
    trianglesOf(mesh).flatMap((corners) => corners.toReversed()),
  );

/** A cube without one triangle, with one turned round and one twice, a flat face, and a lone piece. */
function brokenMesh(): TriangleMesh {
  const cube = makeCube();
  const [, second = [], third = [], ...rest] = trianglesOf(cube);
  const flat = [0, 0, 1];
  const faces = [second, third.toReversed(), ...rest, rest.at(-1) ?? [], flat].flat();
  return joinMeshes(withFaces(cube, faces), moveMesh(makeSphere(4, 6), 1.5, 0.25));
}

function offText(mesh: TriangleMesh): string {
  const places = placesOf(mesh);
  const triangles = trianglesOf(mesh);
  const lines = [...places, ...triangles.map((corners) => [3, ...corners])];
  return `OFF\n${places.length} ${triangles.length} 0\n${lines.map((line) => line.join(' ')).join('\n')}\n`;
}

function plyText(mesh: TriangleMesh): string {
  const places = placesOf(mesh);
  const triangles = trianglesOf(mesh);
  const head = [
    'ply\nformat ascii 1.0',
    `element vertex ${places.length}`,
    'property double x\nproperty double y\nproperty double z',
    `element face ${triangles.length}`,
    'property list uchar int vertex_indices\nend_header',
  ];
  const lines = [...places, ...triangles.map((corners) => [3, ...corners])];
  return `${head.join('\n')}\n${lines.map((line) => line.join(' ')).join('\n')}\n`;
}

function stlText(mesh: TriangleMesh): string {
  const places = placesOf(mesh);
  const facets = trianglesOf(mesh).map(
    (corners) =>
      `facet normal 0 0 0\nouter loop\n${corners.map((n) => `vertex ${places[n]?.join(' ')}`).join('\n')}\nendloop\nendfacet\n`,
  );
  return `solid s\n${facets.join('')}endsolid s\n`;
}

/** Below two nodes that turn, stretch and move it. */
function movedGlb(mesh: TriangleMesh): Buffer {
  const { document, binary } = simpleGltf([...mesh.positions], [...mesh.faces]);
  const nodes = [
    { children: [1], rotation: [0, 0.6, 0, 0.8], translation: [5, -2, 1] },
    { mesh: 0, scale: [1, 1.6, 1] },
  ];
  return makeGlb({ ...document, nodes }, binary);
}
