// Binary glTF by hand: a document and a buffer, put together as the format says.

/** @returns a GLB; without a second chunk when the buffer is empty */
export function makeGlb(document: object, binary: Buffer = Buffer.alloc(0)): Buffer {
  const json = pad(Buffer.from(JSON.stringify(document)), 0x20);
  const chunks = [chunk('JSON', json)];
  if (binary.length > 0) chunks.push(chunk('BIN\0', pad(binary, 0)));
  const body = Buffer.concat(chunks);
  const header = Buffer.alloc(12);
  header.write('glTF', 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + body.length, 8);
  return Buffer.concat([header, body]);
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

function pad(data: Buffer, filler: number): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4, filler)]);
}

/** A document of one node with one primitive: float positions, then 16-bit indices. */
export function simpleGltf(
  positions: readonly number[],
  indices: readonly number[],
  node: object = {},
  primitive: object = {},
): { document: GltfJson; binary: Buffer } {
  const points = Buffer.from(Float32Array.from(positions).buffer);
  const corners = Buffer.from(Uint16Array.from(indices).buffer);
  const views = [
    { buffer: 0, byteOffset: 0, byteLength: points.length },
    { buffer: 0, byteOffset: points.length, byteLength: corners.length },
  ];
  const accessors = [
    { bufferView: 0, componentType: 5126, count: positions.length / 3, type: 'VEC3' },
    { bufferView: 1, componentType: 5123, count: indices.length, type: 'SCALAR' },
  ];
  const binary = Buffer.concat([points, corners]);
  const document = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, ...node }] as object[],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, ...primitive }] }],
    accessors: accessors as Record<string, unknown>[],
    bufferViews: views as Record<string, unknown>[],
    buffers: [{ byteLength: binary.length }] as Record<string, unknown>[],
  };
  return { document, binary };
}

/** As `simpleGltf` makes it; a test changes what it wants. */
export interface GltfJson {
  readonly [key: string]: unknown;
  nodes: object[];
  meshes: { primitives: Record<string, unknown>[] }[];
  accessors: Record<string, unknown>[];
  bufferViews: Record<string, unknown>[];
  buffers: Record<string, unknown>[];
}
