import { parsePlyHeader, type PlyElement, type PlyHeader } from './ply-header.ts';
import { TextScanner } from './text-scanner.ts';

const NAMES = [
  ['red', 'diffuse_red', 'r'],
  ['green', 'diffuse_green', 'g'],
  ['blue', 'diffuse_blue', 'b'],
];

/**
 * Colours of the vertices of a PLY file that was read already: red, green, blue, each 0..255.
 *
 * @returns undefined where vertices have no colours of single bytes or of fractions
 */
export function readPlyColours(bytes: Buffer): Uint8Array | undefined {
  const header = parsePlyHeader(bytes);
  const vertex = header.elements.find(({ name }) => name === 'vertex');
  // behind other elements, or with lists among their properties, colours are rare enough
  if (vertex === undefined || vertex !== header.elements[0]) return undefined;
  if (vertex.properties.some(({ countType }) => countType !== undefined)) return undefined;
  const places = NAMES.map((names) =>
    vertex.properties.findIndex(({ name }) => names.includes(name)),
  );
  if (places.includes(-1)) return undefined;
  const values =
    header.format === 'ascii'
      ? readText(bytes, header, vertex, places)
      : readBinary(bytes, header, vertex, places);
  return toBytes(values);
}

function readText(
  bytes: Buffer,
  header: PlyHeader,
  vertex: PlyElement,
  places: readonly number[],
): Float32Array {
  const values = new Float32Array(vertex.count * 3);
  const scanner = new TextScanner(bytes, header.dataStart);
  scanner.skipToToken();
  const last = Math.max(...places);
  for (let i = 0; i < vertex.count; i++) {
    for (let p = 0; p <= last; p++) {
      const value = scanner.number();
      const channel = places.indexOf(p);
      if (channel >= 0) values[3 * i + channel] = value;
    }
    scanner.nextLine();
  }
  return values;
}

function readBinary(
  bytes: Buffer,
  header: PlyHeader,
  { count, properties }: PlyElement,
  places: readonly number[],
): Float32Array {
  const values = new Float32Array(count * 3);
  const isLittle = header.format === 'binary_little_endian';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets: number[] = [];
  let stride = 0;
  for (const { type } of properties) {
    offsets.push(stride);
    stride += type.bytes;
  }
  places.forEach((place, channel) => {
    const read = properties[place]!.type.read;
    const first = header.dataStart + offsets[place]!;
    for (let i = 0; i < count; i++) {
      values[3 * i + channel] = read(view, first + i * stride, isLittle);
    }
  });
  return values;
}

/** Some writers give 0..1, most give 0..255. */
function toBytes(values: Float32Array): Uint8Array | undefined {
  let most = 0;
  let hasFraction = false;
  for (const value of values) {
    if (!(value >= 0)) return undefined;
    if (value > most) most = value;
    if (!Number.isInteger(value)) hasFraction = true;
  }
  if (most > 255) return undefined;
  const scale = most <= 1 && hasFraction ? 255 : 1;
  return Uint8Array.from(values, (value) => Math.round(value * scale));
}
