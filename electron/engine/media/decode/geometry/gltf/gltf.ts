// glTF 2.0, as one file (GLB) or as JSON with its buffers beside it or inside it: all triangles of the
// scene that is shown, in the scene's space; its points where there are no triangles.
import { type Geometry, GeometryError } from '../geometry.ts';
import { accessorOf, type AccessorReader, buffersOf, createAccessorReader } from './accessors.ts';
import { loadBuffers } from './buffers.ts';
import { openGlb } from './container.ts';
import { type GltfDocument, parseGltfDocument, type Primitive } from './document.ts';
import { materialColours } from './material-colours.ts';
import { isMirrored, placeMeshes, transformPoints, type PlacedMesh } from './placed-meshes.ts';
import { countTriangles, isSurface, MODES, writeTriangles } from './triangles.ts';

/** A mesh may be placed many times; all of it together, about what 300 MiB of other formats hold. */
const MAX_VERTICES = 15_000_000;
const MAX_FACES = 15_000_000;
const MAX_PARTS = 200_000;

/** Reads a binary glTF. */
export async function readGlb(bytes: Buffer, path: string): Promise<Geometry> {
  const { json, binary } = openGlb(bytes);
  return readDocument(json, binary, path);
}

/** Reads a glTF whose buffers are inside it or in its folder. */
export async function readGltf(bytes: Buffer, path: string): Promise<Geometry> {
  return readDocument(bytes.toString('utf8').replace(/^\uFEFF/, ''), undefined, path);
}

/** A primitive where the scene puts it. */
interface Part {
  readonly placed: PlacedMesh;
  readonly primitive: Primitive;
  readonly position: number;
  /** Its own vertices in order, or those that its indices name. */
  readonly corners: number;
}

async function readDocument(
  json: string,
  binary: Buffer | undefined,
  path: string,
): Promise<Geometry> {
  const document = parseGltfDocument(json);
  const all = listParts(document);
  const surfaces = all.filter(({ primitive }) => isSurface(primitive.mode));
  const points = all.filter(({ primitive }) => primitive.mode === MODES.points);
  const isCloud = surfaces.length === 0 && points.length > 0;
  const parts = isCloud ? points : surfaces;
  const used = parts.flatMap(({ position, primitive }) =>
    primitive.indices === undefined ? [position] : [position, primitive.indices],
  );
  const buffers = await loadBuffers(document, buffersOf(document, used), binary, path);
  const layout = layOut(document, parts);
  const reader = createAccessorReader(document, buffers);
  const notes = notesOn(all, parts);
  const positions = readPositions(layout, reader);
  const colours = materialColours(document, layout.parts, layout.vertices);
  const known = { positions, notes, ...(colours !== undefined && { colours }) };
  if (isCloud) return { kind: 'cloud', ...known };
  return { kind: 'mesh', ...known, faces: readFaces(layout, reader) };
}

function listParts(document: GltfDocument): Part[] {
  const parts: Part[] = [];
  for (const placed of placeMeshes(document)) {
    const mesh = document.meshes[placed.mesh];
    if (mesh === undefined) throw new GeometryError(`The glTF has no mesh ${placed.mesh}.`);
    for (const primitive of mesh.primitives) {
      const position = primitive.attributes['POSITION'];
      if (position === undefined) continue; // by the format, an extension draws it or nothing does
      const corners = accessorOf(document, primitive.indices ?? position).count;
      parts.push({ placed, primitive, position, corners });
    }
    if (parts.length > MAX_PARTS) {
      throw new GeometryError('Its scene holds more than 200,000 parts.', 'media-too-large');
    }
  }
  return parts;
}

interface LaidOutPart extends Part {
  /** Its first vertex among all. */
  readonly base: number;
  readonly vertices: number;
  /** False when an earlier primitive of the same mesh has brought these vertices. */
  readonly bringsVertices: boolean;
}
interface Layout {
  readonly parts: readonly LaidOutPart[];
  readonly vertices: number;
  readonly faces: number;
}

/** Gives vertices their numbers; primitives of a mesh that share an accessor share its vertices. */
function layOut(document: GltfDocument, parts: readonly Part[]): Layout {
  const bases = new Map<PlacedMesh, Map<number, number>>();
  let total = 0;
  let faces = 0;
  const laidOut = parts.map((part): LaidOutPart => {
    const { count } = accessorOf(document, part.position);
    const ofMesh = bases.get(part.placed) ?? new Map<number, number>();
    bases.set(part.placed, ofMesh);
    const known = ofMesh.get(part.position);
    const base = known ?? total;
    if (known === undefined) {
      ofMesh.set(part.position, base);
      total += count;
    }
    faces += countTriangles(part.primitive.mode, part.corners);
    if (total > MAX_VERTICES || faces > MAX_FACES) {
      throw new GeometryError(
        'Its scene holds more than 15 million vertices or faces.',
        'media-too-large',
      );
    }
    return { ...part, base, vertices: count, bringsVertices: known === undefined };
  });
  return { parts: laidOut, vertices: total, faces };
}

function readPositions({ parts, vertices }: Layout, reader: AccessorReader): Float64Array {
  const positions = new Float64Array(vertices * 3);
  for (const { base, position, placed, bringsVertices } of parts) {
    if (!bringsVertices) continue;
    const own = reader.positions(position);
    transformPoints(own, placed.matrix);
    positions.set(own, 3 * base);
  }
  return positions;
}

function readFaces({ parts, faces }: Layout, reader: AccessorReader): Uint32Array {
  const all = new Uint32Array(faces * 3);
  let at = 0;
  for (const { primitive, base, vertices, corners, placed } of parts) {
    const indices = primitive.indices === undefined ? undefined : reader.indices(primitive.indices);
    const vertexOf = (place: number): number => {
      const vertex = indices === undefined ? place : indices[place]!;
      if (vertex >= vertices) {
        throw new GeometryError(
          `A triangle names vertex ${vertex + 1}, but its part has ${vertices} vertices.`,
        );
      }
      return base + vertex;
    };
    at = writeTriangles(primitive.mode, corners, vertexOf, isMirrored(placed.matrix), all, at);
  }
  return all;
}

function notesOn(all: readonly Part[], parts: readonly Part[]): string[] {
  const notes: string[] = [];
  if (all.length > parts.length) {
    notes.push(`${all.length - parts.length} parts of points or lines beside it are left out.`);
  }
  const isPosed = ({ placed, primitive }: Part) =>
    placed.isSkinned || primitive.targets !== undefined;
  if (parts.some(isPosed)) {
    notes.push('It is read as it was modelled; skeletons and morph targets are not applied.');
  }
  return notes;
}
