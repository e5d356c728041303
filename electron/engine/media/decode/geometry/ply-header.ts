import { GeometryError } from './geometry.ts';

/** How a scalar of a PLY file is stored. */
export interface PlyType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, isLittle: boolean) => number;
}

/** A property of an element; a list when it has a `countType`. */
export interface PlyProperty {
  readonly name: string;
  readonly type: PlyType;
  readonly countType?: PlyType;
}

/** A run of entries of one kind, e.g. the vertices. */
export interface PlyElement {
  readonly name: string;
  readonly count: number;
  readonly properties: PlyProperty[];
}

/** What stands before the data. */
export interface PlyHeader {
  readonly format: 'ascii' | 'binary_little_endian' | 'binary_big_endian';
  readonly elements: readonly PlyElement[];
  readonly dataStart: number;
}

const INT8: PlyType = { bytes: 1, read: (view, at) => view.getInt8(at) };
const UINT8: PlyType = { bytes: 1, read: (view, at) => view.getUint8(at) };
const INT16: PlyType = { bytes: 2, read: (view, at, little) => view.getInt16(at, little) };
const UINT16: PlyType = { bytes: 2, read: (view, at, little) => view.getUint16(at, little) };
const INT32: PlyType = { bytes: 4, read: (view, at, little) => view.getInt32(at, little) };
const UINT32: PlyType = { bytes: 4, read: (view, at, little) => view.getUint32(at, little) };
const FLOAT32: PlyType = { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) };
const FLOAT64: PlyType = { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) };

const TYPES: Readonly<Record<string, PlyType>> = {
  char: INT8,
  int8: INT8,
  uchar: UINT8,
  uint8: UINT8,
  short: INT16,
  int16: INT16,
  ushort: UINT16,
  uint16: UINT16,
  int: INT32,
  int32: INT32,
  uint: UINT32,
  uint32: UINT32,
  float: FLOAT32,
  float32: FLOAT32,
  double: FLOAT64,
  float64: FLOAT64,
};
const MAX_HEADER_BYTES = 65_536;
const MAX_COUNT = 200_000_000;

/** @throws GeometryError for a header that is no PLY header or names unknown types */
export function parsePlyHeader(bytes: Buffer): PlyHeader {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, MAX_HEADER_BYTES));
  const end = /\nend_header[ \t]*\r?\n/.exec(text);
  if (!text.startsWith('ply') || end === null) {
    throw new GeometryError('The PLY header does not end.');
  }
  const format = /^format (ascii|binary_little_endian|binary_big_endian)\b/m.exec(text)?.[1];
  if (format === undefined) throw new GeometryError('The PLY header names no known format.');
  const elements: PlyElement[] = [];
  for (const line of text.slice(0, end.index).split(/\r?\n/)) {
    const words = line.trim().split(/\s+/);
    if (words[0] === 'element') elements.push(elementOf(words));
    if (words[0] === 'property') elements.at(-1)?.properties.push(propertyOf(words));
  }
  return {
    format: format as PlyHeader['format'], // one of the three by the expression above
    elements,
    dataStart: end.index + end[0].length,
  };
}

function elementOf(words: readonly string[]): PlyElement {
  const count = Number(words[2]);
  if (!Number.isInteger(count) || count < 0 || count > MAX_COUNT) {
    throw new GeometryError(`The PLY header counts "${words[2] ?? ''}" of "${words[1] ?? ''}".`);
  }
  return { name: words[1] ?? '', count, properties: [] };
}

function propertyOf(words: readonly string[]): PlyProperty {
  const isList = words[1] === 'list';
  const type = typeOf(words[isList ? 3 : 1]);
  const name = words[isList ? 4 : 2] ?? '';
  return isList ? { name, type, countType: typeOf(words[2]) } : { name, type };
}

function typeOf(name = ''): PlyType {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined)
    throw new GeometryError(`The PLY header names an unknown type "${name}".`);
  return type;
}
