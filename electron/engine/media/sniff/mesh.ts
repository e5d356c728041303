import { cutOff, type Findings, type Sniffer } from './findings.ts';

const BYTES_OF: Readonly<Record<string, number>> = {
  char: 1,
  uchar: 1,
  int8: 1,
  uint8: 1,
  short: 2,
  ushort: 2,
  int16: 2,
  uint16: 2,
  int: 4,
  uint: 4,
  int32: 4,
  uint32: 4,
  float: 4,
  float32: 4,
  double: 8,
  float64: 8,
};

/** Counts from the header; cut off when the file is smaller than its vertices alone. */
export const sniffPly: Sniffer = async (source) => {
  const header = (await source.read(0, 8192)).toString('latin1');
  const end = /end_header\r?\n/.exec(header);
  if (end === null) return { broken: 'The PLY header has no "end_header" line. Export it again.' };
  const text = header.slice(0, end.index);
  const isText = /^format ascii/m.test(text);
  const counts = new Map<string, { count: number; bytes: number; properties: number }>();
  for (const block of text.split(/^element /m).slice(1)) {
    const [, name = '', count = '0'] = /^(\S+)\s+(\d+)/.exec(block) ?? [];
    const types = [...block.matchAll(/^property (\S+)/gm)].map((match) => match[1] ?? '');
    // of a list only its count is certain
    const bytes = types.reduce((sum, type) => sum + (BYTES_OF[type] ?? 1), 0);
    counts.set(name, { count: Number(count), bytes, properties: types.length });
  }
  const least = [...counts.values()].reduce(
    // in text a figure takes two characters at least, the blank included
    (sum, { count, bytes, properties }) => sum + count * (isText ? 2 * properties : bytes),
    end.index + end[0].length - (isText ? 1 : 0),
  );
  const facts = {
    vertices: counts.get('vertex')?.count ?? 0,
    faces: counts.get('face')?.count ?? 0,
  };
  if (least > source.sizeBytes) return { ...facts, broken: cutOff('PLY', source.sizeBytes, least) };
  return facts.vertices > 0 ? facts : { ...facts, broken: 'The PLY file holds no vertices.' };
};

/** Counts from the line behind `OFF` (or beside it); cut off when smaller than any such mesh is. */
export const sniffOff: Sniffer = async (source) => {
  const text = (await source.read(0, 4096)).toString('utf8').replace(/#.*/g, '');
  const match = /^\uFEFF?\s*(?:ST|C|N|4)*OFF\s+(\d+)\s+(\d+)(?:\s+\d+)?/.exec(text);
  if (match === null) {
    return { broken: 'Behind "OFF" there are no counts of vertices and faces. Export it again.' };
  }
  const facts = { vertices: Number(match[1]), faces: Number(match[2]) };
  const least = match[0].length + facts.vertices * 6 + facts.faces * 8 - 1;
  if (least > source.sizeBytes) return { ...facts, broken: cutOff('OFF', source.sizeBytes, least) };
  return facts.vertices > 0 ? facts : { ...facts, broken: 'The OFF file holds no vertices.' };
};

/** Binary: 84 bytes and 50 a facet; text is known by `solid` and `facet`. */
export const sniffStl: Sniffer = async (source) => {
  const head = await source.read(0, 512);
  if (/^\s*solid\b[\s\S]*\bfacet\b/.test(head.toString('latin1'))) {
    const tail = (await source.read(Math.max(0, source.sizeBytes - 256), 256)).toString('latin1');
    return tail.includes('endsolid') ? {} : { broken: cutOff('STL', source.sizeBytes) };
  }
  if (head.length < 84) return { broken: cutOff('STL', source.sizeBytes, 84) };
  const faces = head.readUInt32LE(80);
  const expected = 84 + faces * 50;
  if (expected > source.sizeBytes) {
    return { faces, broken: cutOff('STL', source.sizeBytes, expected) };
  }
  return { detectedType: 'model/stl', faces, vertices: faces * 3 };
};

/** The length in the header of a binary glTF. */
export const sniffGlb: Sniffer = async (source): Promise<Findings> => {
  const head = await source.read(0, 12);
  if (head.length < 12) return { broken: cutOff('GLB', source.sizeBytes) };
  const expected = head.readUInt32LE(8);
  return expected > source.sizeBytes ? { broken: cutOff('GLB', source.sizeBytes, expected) } : {};
};
