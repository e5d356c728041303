import type { ColouredMesh } from './build-scene.ts';

const FLOAT = 5126;
const WHOLE = 5125;
const CORNERS = 34962;
const INDICES = 34963;

/**
 * Binary glTF: a primitive and a material a colour. Normals are left out, so that viewers shade each face
 * for itself, as the format asks of them.
 */
export function writeGlb(meshes: readonly ColouredMesh[]): Buffer {
  const parts: Buffer[] = [];
  const bufferViews: object[] = [];
  let length = 0;
  const view = (data: Float32Array | Uint32Array, target: number): number => {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: bytes.length, target });
    parts.push(bytes);
    length += bytes.length;
    return bufferViews.length - 1;
  };
  const accessors = meshes.flatMap(({ positions, faces }) => [
    {
      bufferView: view(Float32Array.from(positions), CORNERS),
      componentType: FLOAT,
      count: positions.length / 3,
      type: 'VEC3',
      ...extentsOf(Float32Array.from(positions)),
    },
    {
      bufferView: view(Uint32Array.from(faces), INDICES),
      componentType: WHOLE,
      count: faces.length,
      type: 'SCALAR',
    },
  ]);
  const document = {
    asset: { version: '2.0', generator: 'UniM Loupe' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [
      {
        primitives: meshes.map((_, index) => ({
          attributes: { POSITION: index * 2 },
          indices: index * 2 + 1,
          material: index,
        })),
      },
    ],
    materials: meshes.map(({ colour }) => ({
      name: colour,
      pbrMetallicRoughness: {
        baseColorFactor: [...linear(colour), 1],
        metallicFactor: 0,
        roughnessFactor: 0.8,
      },
    })),
    accessors,
    bufferViews,
    buffers: [{ byteLength: length }],
  };
  return assembled(Buffer.from(JSON.stringify(document)), Buffer.concat(parts));
}

function assembled(json: Buffer, binary: Buffer): Buffer {
  const chunks = [chunk('JSON', padded(json, 0x20)), chunk('BIN\0', padded(binary, 0))];
  const header = Buffer.alloc(12);
  header.write('glTF', 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + chunks.reduce((sum, { length }) => sum + length, 0), 8);
  return Buffer.concat([header, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

const padded = (data: Buffer, filler: number) =>
  Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4, filler)]);

function extentsOf(positions: Float32Array): { min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (const [at, value] of positions.entries()) {
    min[at % 3] = Math.min(min[at % 3] ?? value, value);
    max[at % 3] = Math.max(max[at % 3] ?? value, value);
  }
  return { min, max };
}

/** `#rrggbb` as linear light, 0..1, which glTF counts in. */
function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}
