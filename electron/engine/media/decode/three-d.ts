import { readFile } from 'node:fs/promises';
import { extensionOf } from '../mime-types.ts';
import { type Decoded, unscored } from './decoded.ts';
import { checkFile, reasonOf } from './file-check.ts';
import { type Geometry, GeometryError } from './geometry/geometry.ts';
import { readGlb, readGltf } from './geometry/gltf/gltf.ts';
import { readObj } from './geometry/obj.ts';
import { readOff } from './geometry/off.ts';
import { readPlySurface } from './geometry/ply-faces.ts';
import { readPly } from './geometry/ply.ts';
import { readStl } from './geometry/stl.ts';

/** A larger file is refused before it is read. */
export const MAX_GEOMETRY_BYTES = 300 * 1024 * 1024;

type Reader = (bytes: Buffer, path: string) => Geometry | Promise<Geometry>;

const READERS: Readonly<Record<string, Reader>> = {
  'model/ply': readPly,
  'model/off': readOff,
  'model/stl': readStl,
  'model/obj': readObj,
  'model/gltf-binary': readGlb,
  'model/gltf+json': readGltf,
};
const SURFACE_READERS: typeof READERS = { ...READERS, 'model/ply': readPlySurface };
const TYPE_OF_EXTENSION: Readonly<Record<string, string>> = {
  ply: 'model/ply',
  off: 'model/off',
  stl: 'model/stl',
  obj: 'model/obj',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
};

/** How to read what can be read in two ways. */
export interface ThreeDOptions {
  /** Read the faces of a PLY file, too; the official quality takes its vertices only. */
  readonly withPlyFaces?: boolean;
}

/**
 * Reads a mesh or a point cloud; what it is, is decided by its bytes, and for OBJ, which has no
 * signature, by its extension.
 *
 * @returns unscored for a file that is missing, empty, cut off, too large, of another format, or
 *   that holds coordinates that are not numbers or faces of vertices that are not there
 */
export async function decodeThreeD(
  path: string,
  { withPlyFaces = false }: ThreeDOptions = {},
): Promise<Decoded<Geometry>> {
  const check = await checkFile(path);
  if (check.status === 'unscored') return check;
  const { facts } = check;
  if (facts.sizeBytes > MAX_GEOMETRY_BYTES) {
    const megabytes = Math.round(facts.sizeBytes / 2 ** 20);
    return unscored('media-too-large', `The file has ${megabytes} MiB; the limit is 300 MiB.`);
  }
  const extension = extensionOf(path);
  const readers = withPlyFaces ? SURFACE_READERS : READERS;
  const read = readers[facts.detectedType ?? ''] ?? readers[TYPE_OF_EXTENSION[extension] ?? ''];
  if (read === undefined) {
    return unscored('unsupported', `3D files of type "${extension}" have no reader here.`);
  }
  try {
    const geometry = await read(await readFile(path), path);
    const bad = firstNotFinite(geometry.positions);
    if (bad !== undefined) {
      return unscored('media-broken', `Vertex ${bad + 1} has a coordinate that is not a number.`);
    }
    const notes = [...facts.warnings, ...(geometry.notes ?? [])];
    return { status: 'decoded', value: geometry, notes };
  } catch (error) {
    if (error instanceof GeometryError) return unscored(error.code, error.message);
    return unscored('media-broken', `The file cannot be read: ${reasonOf(error)}.`);
  }
}

function firstNotFinite(positions: Float64Array): number | undefined {
  for (let i = 0; i < positions.length; i++) {
    if (!Number.isFinite(positions[i]!)) return Math.floor(i / 3);
  }
  return undefined;
}
