import { readFile } from 'node:fs/promises';
import { extensionOf } from '../mime-types.ts';
import { type Decoded, unscored } from './decoded.ts';
import { checkFile, reasonOf } from './file-check.ts';
import { type Geometry, GeometryError } from './geometry/geometry.ts';
import { readObj } from './geometry/obj.ts';
import { readOff } from './geometry/off.ts';
import { readPly } from './geometry/ply.ts';
import { readStl } from './geometry/stl.ts';

/** A larger file is refused before it is read. */
export const MAX_GEOMETRY_BYTES = 300 * 1024 * 1024;

const READERS: Readonly<Record<string, (bytes: Buffer) => Geometry>> = {
  'model/ply': readPly,
  'model/off': readOff,
  'model/stl': readStl,
  'model/obj': readObj,
};
const TYPE_OF_EXTENSION: Readonly<Record<string, string>> = {
  ply: 'model/ply',
  off: 'model/off',
  stl: 'model/stl',
  obj: 'model/obj',
};

/**
 * Reads a mesh or a point cloud; what it is, is decided by its bytes, and for OBJ, which has no
 * signature, by its extension.
 *
 * @returns unscored for a file that is missing, empty, cut off, too large, of another format, or
 *   that holds coordinates that are not numbers or faces of vertices that are not there
 */
export async function decodeThreeD(path: string): Promise<Decoded<Geometry>> {
  const check = await checkFile(path);
  if (check.status === 'unscored') return check;
  const { facts } = check;
  if (facts.sizeBytes > MAX_GEOMETRY_BYTES) {
    const megabytes = Math.round(facts.sizeBytes / 2 ** 20);
    return unscored('media-too-large', `The file has ${megabytes} MiB; the limit is 300 MiB.`);
  }
  const extension = extensionOf(path);
  const read = READERS[facts.detectedType ?? ''] ?? READERS[TYPE_OF_EXTENSION[extension] ?? ''];
  if (read === undefined) {
    return unscored('unsupported', `3D files of type "${extension}" have no reader here.`);
  }
  try {
    const geometry = read(await readFile(path));
    const bad = firstNotFinite(geometry.positions);
    if (bad !== undefined) {
      return unscored('media-broken', `Vertex ${bad + 1} has a coordinate that is not a number.`);
    }
    return { status: 'decoded', value: geometry, notes: facts.warnings };
  } catch (error) {
    if (error instanceof GeometryError) return unscored('media-broken', error.message);
    return unscored('media-broken', `The file cannot be read: ${reasonOf(error)}.`);
  }
}

function firstNotFinite(positions: Float64Array): number | undefined {
  for (let i = 0; i < positions.length; i++) {
    if (!Number.isFinite(positions[i]!)) return Math.floor(i / 3);
  }
  return undefined;
}
