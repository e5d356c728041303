import { GeometryError, type TriangleMesh } from './geometry.ts';
import { MeshBuilder } from './mesh-builder.ts';
import { TextScanner } from './text-scanner.ts';

/**
 * Reads an OFF file; colours and normals behind a vertex or a face are passed over.
 *
 * @throws GeometryError when the header or the data cannot be read
 */
export function readOff(bytes: Buffer): TriangleMesh {
  const scanner = new TextScanner(bytes);
  scanner.skipToToken();
  if (!/^(ST)?C?N?4?OFF$/.test(scanner.word())) {
    throw new GeometryError('The file does not begin with "OFF".');
  }
  if (!scanner.skipBlanks()) scanner.nextLine();
  const vertices = scanner.number();
  const faces = scanner.number();
  if (!Number.isInteger(vertices) || !Number.isInteger(faces) || vertices < 0 || faces < 0) {
    throw new GeometryError('Behind "OFF" there are no counts of vertices and faces.');
  }
  const mesh = new MeshBuilder();
  for (let i = 0; i < vertices; i++) {
    if (!scanner.nextLine()) throw cutOff('vertices', i, vertices);
    mesh.vertex(scanner.number(), scanner.number(), scanner.number());
  }
  for (let i = 0; i < faces; i++) {
    if (!scanner.nextLine()) throw cutOff('faces', i, faces);
    const corners = scanner.number();
    mesh.beginPolygon();
    for (let c = 0; c < corners; c++) {
      const corner = scanner.number();
      if (Number.isNaN(corner)) throw cutOff('faces', i, faces);
      mesh.corner(corner);
    }
  }
  return mesh.build();
}

const cutOff = (what: string, read: number, expected: number): GeometryError =>
  new GeometryError(`The OFF file is cut off: ${read} of ${expected} ${what} are there.`);
