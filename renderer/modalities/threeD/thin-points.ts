// Clouds of millions of points: every so many-th is drawn. Of a PLY the others are left out before it
// is parsed, which would else take gigabytes.
import { BufferAttribute, BufferGeometry } from 'three';

/** Points of one cloud that are drawn at most. */
export const MOST_POINTS = 500_000;

export interface ThinnedPly {
  readonly bytes: ArrayBuffer;
  /** Points in the file. */
  readonly total: number;
}

const BYTES_OF: Readonly<Record<string, number>> = {
  ...{ char: 1, uchar: 1, int8: 1, uint8: 1, short: 2, ushort: 2, int16: 2, uint16: 2 },
  ...{ int: 4, uint: 4, int32: 4, uint32: 4, float: 4, float32: 4, double: 8, float64: 8 },
};

/**
 * A PLY with every so many-th of its points, evenly over the file.
 *
 * @returns undefined where nothing is to be left out: few points, or faces that need them all
 */
export function thinPly(bytes: ArrayBuffer, most = MOST_POINTS): ThinnedPly | undefined {
  const head = new TextDecoder('latin1').decode(
    bytes.slice(0, Math.min(bytes.byteLength, 1 << 16)),
  );
  const header = /^ply[\s\S]*?end_header(\r\n|\r|\n)/.exec(head)?.[0];
  if (header === undefined) return undefined;
  const elements = [...header.matchAll(/^\s*element\s+(\S+)\s+(\d+)/gm)];
  const total = Number(elements[0]?.[2]);
  const isCloud =
    elements[0]?.[1] === 'vertex' && elements.slice(1).every(([, , of]) => Number(of) === 0);
  if (!isCloud || !(total > most)) return undefined;
  const body = new Uint8Array(bytes, header.length);
  const picked = /^\s*format\s+ascii/m.test(header)
    ? pickLines(body, total, most)
    : pickRecords(body, total, most, strideOf(header));
  if (picked === undefined) return undefined;
  const newHeader = header.replace(/(element\s+vertex\s+)\d+/, `$1${most}`);
  const out = new Uint8Array(newHeader.length + picked.byteLength);
  out.set(new TextEncoder().encode(newHeader));
  out.set(picked, newHeader.length);
  return { bytes: out.buffer, total };
}

/** Bytes of one vertex; undefined where that differs from vertex to vertex. */
function strideOf(header: string): number | undefined {
  const part = header.slice(header.search(/^\s*element\s+vertex/m));
  const own = part.slice(0, part.slice(1).search(/^\s*element\s/m) + 1 || undefined);
  let bytes = 0;
  for (const [, type = ''] of own.matchAll(/^\s*property\s+(\S+)/gm)) {
    const size = BYTES_OF[type];
    if (size === undefined) return undefined;
    bytes += size;
  }
  return bytes;
}

function pickRecords(
  body: Uint8Array,
  total: number,
  most: number,
  stride: number | undefined,
): Uint8Array | undefined {
  if (stride === undefined || stride * total > body.length) return undefined;
  const out = new Uint8Array(most * stride);
  for (let i = 0; i < most; i++) {
    const from = Math.floor((i * total) / most) * stride;
    for (let k = 0; k < stride; k++) out[i * stride + k] = body[from + k] ?? 0;
  }
  return out;
}

const NEW_LINE = 10;

function pickLines(body: Uint8Array, total: number, most: number): Uint8Array | undefined {
  const out = new Uint8Array(body.length);
  let length = 0;
  let line = 0;
  let kept = 0;
  let from = 0;
  while (from < body.length && kept < most) {
    const end = body.indexOf(NEW_LINE, from);
    const to = end < 0 ? body.length : end + 1;
    if (line === Math.floor((kept * total) / most)) {
      out.set(body.subarray(from, to), length);
      length += to - from;
      kept++;
    }
    line++;
    from = to;
  }
  return kept === most ? out.subarray(0, length) : undefined;
}

/** The same for a cloud that is parsed already; the one given is disposed of. */
export function thinGeometry(geometry: BufferGeometry, most = MOST_POINTS): BufferGeometry {
  const total = geometry.getAttribute('position').count;
  if (total <= most) return geometry;
  const thin = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) {
    const { itemSize } = attribute;
    const values = new Float32Array(most * itemSize);
    for (let i = 0; i < most; i++) {
      const from = Math.floor((i * total) / most);
      for (let k = 0; k < itemSize; k++) values[i * itemSize + k] = attribute.getComponent(from, k);
    }
    thin.setAttribute(name, new BufferAttribute(values, itemSize));
  }
  thin.userData = { vertices: total, ...geometry.userData };
  geometry.dispose();
  return thin;
}
