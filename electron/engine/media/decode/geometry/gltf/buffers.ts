import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GeometryError } from '../geometry.ts';
import type { GltfDocument } from './document.ts';

/** All buffers of a document together. */
const MAX_BUFFER_BYTES = 300 * 1024 * 1024;

/**
 * Loads the buffers that accessors of positions and indices need: from the GLB, from `data:` addresses
 * and from files in the same folder; nothing else is opened.
 *
 * @param path  of the glTF
 * @param used  numbers of the buffers
 * @returns by number; a buffer that is not among `used` is missing
 * @throws GeometryError when one is not there, lies elsewhere or is shorter than it says
 */
export async function loadBuffers(
  { buffers }: GltfDocument,
  used: ReadonlySet<number>,
  binary: Buffer | undefined,
  path: string,
): Promise<Map<number, Buffer>> {
  const loaded = new Map<number, Buffer>();
  let total = 0;
  for (const number of used) {
    const buffer = buffers[number];
    if (buffer === undefined) throw new GeometryError(`The glTF has no buffer ${number}.`);
    total += buffer.byteLength;
    if (total > MAX_BUFFER_BYTES) {
      throw new GeometryError('Its buffers hold more than 300 MiB.', 'media-too-large');
    }
    const bytes =
      buffer.uri === undefined
        ? number === 0
          ? binary
          : undefined
        : await loadUri(buffer.uri, path, MAX_BUFFER_BYTES);
    if (bytes === undefined) throw new GeometryError(`Buffer ${number} of the glTF has no data.`);
    if (bytes.length < buffer.byteLength) {
      throw new GeometryError(
        `Buffer ${number} is cut off: ${bytes.length} of ${buffer.byteLength} bytes are there.`,
      );
    }
    loaded.set(number, bytes.subarray(0, buffer.byteLength));
  }
  return loaded;
}

async function loadUri(uri: string, path: string, limit: number): Promise<Buffer> {
  if (uri.startsWith('data:')) return fromDataUri(uri);
  const name = siblingName(uri);
  if (name === undefined) {
    throw new GeometryError(
      `Its buffer "${uri.slice(0, 80)}" is not beside it; files elsewhere are not opened.`,
    );
  }
  const folder = await realpath(dirname(path));
  const target = await realpath(join(folder, name)).catch(() => undefined); // told below
  if (target === undefined) {
    throw new GeometryError(`Its buffer "${name}" is not in the folder.`, 'media-missing');
  }
  const facts = await stat(target);
  if (dirname(target) !== folder || !facts.isFile()) {
    throw new GeometryError(`Its buffer "${name}" leads out of the folder; it is not opened.`);
  }
  if (facts.size > limit) {
    throw new GeometryError(`Its buffer "${name}" has more than 300 MiB.`, 'media-too-large');
  }
  return readFile(target);
}

function fromDataUri(uri: string): Buffer {
  const comma = uri.indexOf(',');
  const head = comma < 0 ? '' : uri.slice(0, Math.min(comma, 200));
  if (!head.endsWith(';base64')) {
    throw new GeometryError('A buffer inside the glTF is not in base64.');
  }
  return Buffer.from(uri.slice(comma + 1), 'base64');
}

/**
 * The file that an address beside a glTF names.
 *
 * @returns undefined for an address of another folder or host
 */
export function siblingName(uri: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(uri).replace(/^\.\//, '');
  } catch {
    name = uri; // a stray % in a file name: taken as it stands
  }
  if (name === '' || name === '.' || name === '..' || /[/\\:\0]/.test(name)) return undefined;
  return name;
}
