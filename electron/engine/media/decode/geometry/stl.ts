import { GeometryError, type TriangleMesh } from './geometry.ts';
import { MeshBuilder } from './mesh-builder.ts';
import { TextScanner } from './text-scanner.ts';

const HEADER_BYTES = 84;
const FACET_BYTES = 50;

/**
 * Reads an STL file, binary or text. Each triangle keeps its own three vertices: nothing is merged.
 *
 * @throws GeometryError when the data are cut off
 */
export function readStl(bytes: Buffer): TriangleMesh {
  const facets = bytes.length >= HEADER_BYTES ? bytes.readUInt32LE(80) : 0;
  const isWhole = bytes.length === HEADER_BYTES + facets * FACET_BYTES;
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, 1024));
  if (!isWhole && /^\s*solid\b/.test(head)) return readText(bytes);
  if (bytes.length < HEADER_BYTES + facets * FACET_BYTES || bytes.length < HEADER_BYTES) {
    const there = Math.max(0, Math.floor((bytes.length - HEADER_BYTES) / FACET_BYTES));
    throw new GeometryError(`The STL file is cut off: ${there} of ${facets} facets are there.`);
  }
  return readBinary(bytes, facets);
}

function readBinary(bytes: Buffer, facets: number): TriangleMesh {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const positions = new Float64Array(facets * 9);
  for (let f = 0, p = 0; f < facets; f++) {
    let at = HEADER_BYTES + f * FACET_BYTES + 12; // behind the normal
    for (let i = 0; i < 9; i++, p++, at += 4) positions[p] = view.getFloat32(at, true);
  }
  return { kind: 'mesh', positions, faces: Uint32Array.from({ length: facets * 3 }, (_, i) => i) };
}

function readText(bytes: Buffer): TriangleMesh {
  const scanner = new TextScanner(bytes);
  const mesh = new MeshBuilder();
  let isClosed = false;
  for (let hasLine = scanner.skipToToken(); hasLine; hasLine = scanner.nextLine()) {
    const keyword = scanner.word();
    if (keyword === 'outer') mesh.beginPolygon();
    if (keyword === 'vertex') {
      mesh.vertex(scanner.number(), scanner.number(), scanner.number());
      mesh.corner(mesh.vertices - 1);
    }
    isClosed = keyword === 'endsolid';
  }
  if (!isClosed) throw new GeometryError('The STL file is cut off: it has no "endsolid" line.');
  return mesh.build();
}
