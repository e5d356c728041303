import type { Part } from './mesh.ts';

/** sRGB 0..1 to linear, as glTF wants its factors. */
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** Binary glTF 2.0: one node, mesh and material a part; no normals, so viewers compute flat ones. */
export function writeGlb(parts: readonly Part[], name: string): Buffer {
  const blobs: Buffer[] = [];
  const bufferViews: object[] = [];
  const accessors: object[] = [];
  let offset = 0;
  const addView = (bytes: Buffer, target: number) => {
    bufferViews.push({ buffer: 0, byteOffset: offset, byteLength: bytes.length, target });
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    blobs.push(padded);
    offset += padded.length;
    return bufferViews.length - 1;
  };
  const meshes = parts.map((one, material) => {
    const positions = Buffer.from(new Float32Array(one.vertices.flat()).buffer);
    const axis = (k: 0 | 1 | 2) => one.vertices.map((v) => Math.fround(v[k]));
    accessors.push({
      bufferView: addView(positions, 34962),
      componentType: 5126,
      count: one.vertices.length,
      type: 'VEC3',
      min: [Math.min(...axis(0)), Math.min(...axis(1)), Math.min(...axis(2))],
      max: [Math.max(...axis(0)), Math.max(...axis(1)), Math.max(...axis(2))],
    });
    const indices = Buffer.from(new Uint32Array(one.faces.flat()).buffer);
    accessors.push({
      bufferView: addView(indices, 34963),
      componentType: 5125,
      count: one.faces.length * 3,
      type: 'SCALAR',
    });
    const at = accessors.length;
    const primitive = { attributes: { POSITION: at - 2 }, indices: at - 1, material };
    return { name: one.name, primitives: [primitive] };
  });
  const materials = parts.map((one) => ({
    name: one.name,
    pbrMetallicRoughness: {
      baseColorFactor: [...one.color.map(linear), 1],
      metallicFactor: 0,
      roughnessFactor: 0.55,
    },
  }));
  const document = {
    asset: { version: '2.0', generator: 'make-samples' },
    scene: 0,
    scenes: [{ name, nodes: parts.map((_, i) => i) }],
    nodes: parts.map((one, mesh) => ({ name: one.name, mesh })),
    meshes,
    materials,
    accessors,
    bufferViews,
    buffers: [{ byteLength: offset }],
  };
  return glbOf(document, Buffer.concat(blobs));
}

function glbOf(document: object, binary: Buffer): Buffer {
  const raw = Buffer.from(JSON.stringify(document));
  const json = Buffer.concat([raw, Buffer.alloc((4 - (raw.length % 4)) % 4, 0x20)]);
  const chunk = (bytes: Buffer, type: number) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(bytes.length, 0);
    head.writeUInt32LE(type, 4);
    return Buffer.concat([head, bytes]);
  };
  const body = Buffer.concat([chunk(json, 0x4e4f534a), chunk(binary, 0x004e4942)]);
  const head = Buffer.alloc(12);
  head.write('glTF', 0, 'ascii');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(12 + body.length, 8);
  return Buffer.concat([head, body]);
}
