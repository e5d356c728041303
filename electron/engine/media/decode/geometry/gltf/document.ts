// The part of a glTF 2.0 document that decides where its triangles are, and the plain colours of its
// materials; pictures, cameras and animations are passed over.
import { z } from 'zod';
import { GeometryError } from '../geometry.ts';

const Index = z.int().min(0);
const Length = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const Extensions = z.record(z.string(), z.unknown()).optional();
const numbers = (length: number) => z.array(z.number()).length(length).optional();

const Sparse = z.object({
  count: Length,
  indices: z.object({ bufferView: Index, byteOffset: Length.default(0), componentType: Index }),
  values: z.object({ bufferView: Index, byteOffset: Length.default(0) }),
});
const Accessor = z.object({
  bufferView: Index.optional(),
  byteOffset: Length.default(0),
  componentType: Index,
  normalized: z.boolean().default(false),
  count: Length,
  type: z.string(),
  sparse: Sparse.optional(),
});
export type Accessor = z.infer<typeof Accessor>;

const BufferView = z.object({
  buffer: Index,
  byteOffset: Length.default(0),
  byteLength: Length,
  byteStride: z.int().min(1).max(255).optional(),
  extensions: Extensions,
});
const Primitive = z.object({
  attributes: z.record(z.string(), Index),
  indices: Index.optional(),
  mode: z.int().min(0).max(6).default(4),
  targets: z.array(z.unknown()).optional(),
  material: Index.optional().catch(undefined),
});
export type Primitive = z.infer<typeof Primitive>;

const Node = z.object({
  mesh: Index.optional(),
  skin: Index.optional(),
  children: z.array(Index).optional(),
  matrix: numbers(16),
  translation: numbers(3),
  rotation: numbers(4),
  scale: numbers(3),
  extensions: Extensions,
});
export type GltfNode = z.infer<typeof Node>;

const Document = z.object({
  asset: z.object({ version: z.string() }),
  extensionsRequired: z.array(z.string()).default([]),
  scene: Index.optional(),
  scenes: z.array(z.object({ nodes: z.array(Index).default([]) })).default([]),
  nodes: z.array(Node).default([]),
  meshes: z.array(z.object({ primitives: z.array(Primitive) })).default([]),
  materials: z.array(z.unknown()).catch([]),
  accessors: z.array(Accessor).default([]),
  bufferViews: z.array(BufferView).default([]),
  buffers: z.array(z.object({ byteLength: Length, uri: z.string().optional() })).default([]),
});
export type GltfDocument = z.infer<typeof Document>;

/** Extensions that change no position, by the beginning of their names. */
const HARMLESS = /^(KHR_mesh_quantization$|[A-Z]+_(materials?|texture|lights?|xmp|animation)_)/;

/**
 * Reads the JSON of a glTF.
 *
 * @throws GeometryError for what is no glTF 2.0, and for one that cannot be read without an extension
 *   that moves or packs vertices
 */
export function parseGltfDocument(json: string): GltfDocument {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new GeometryError('The JSON of the glTF is damaged.');
  }
  const parsed = Document.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw new GeometryError(`The glTF has something wrong at "${where}": ${issue?.message ?? ''}.`);
  }
  const { asset, extensionsRequired } = parsed.data;
  if (!asset.version.startsWith('2')) {
    throw new GeometryError(
      `The file is glTF ${asset.version}; only glTF 2 is read.`,
      'unsupported',
    );
  }
  for (const extension of extensionsRequired) if (!HARMLESS.test(extension)) throw needs(extension);
  return parsed.data;
}

/** Says that vertices are packed or moved in a way that is not read here. */
export const needs = (extension: string): GeometryError => {
  const what = /draco|meshopt/i.test(extension) ? 'Its vertices are packed' : 'It is made';
  return new GeometryError(`${what} with "${extension}", which is not read here.`, 'unsupported');
};
