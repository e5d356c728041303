import { GeometryError } from '../geometry.ts';

/** What is inside a binary glTF. */
export interface GlbParts {
  readonly json: string;
  /** The buffer that comes with it; undefined when there is none. */
  readonly binary: Buffer | undefined;
}

const MAGIC = 0x46546c67; // "glTF"
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
const HEADER_BYTES = 12;

/** @throws GeometryError when the chunks do not fit the file */
export function openGlb(bytes: Buffer): GlbParts {
  if (bytes.length < HEADER_BYTES + 8 || bytes.readUInt32LE(0) !== MAGIC) {
    throw new GeometryError('The GLB is cut off inside its header.');
  }
  const version = bytes.readUInt32LE(4);
  if (version !== 2) {
    throw new GeometryError(`The file is GLB ${version}; only GLB 2 is read.`, 'unsupported');
  }
  const end = Math.min(bytes.readUInt32LE(8), bytes.length);
  let json: string | undefined;
  let binary: Buffer | undefined;
  for (let at = HEADER_BYTES; at + 8 <= end;) {
    const length = bytes.readUInt32LE(at);
    const type = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (start + length > end) throw new GeometryError('The GLB is cut off inside a chunk.');
    const chunk = bytes.subarray(start, start + length);
    if (type === JSON_CHUNK) json ??= chunk.toString('utf8');
    else if (type === BINARY_CHUNK) binary ??= chunk;
    at = start + length;
  }
  if (json === undefined) throw new GeometryError('The GLB has no JSON chunk.');
  return { json, binary };
}
