import type { TriangleMesh } from './geometry.ts';
import { MeshBuilder } from './mesh-builder.ts';
import { TextScanner } from './text-scanner.ts';

/**
 * Reads the vertices and faces of a Wavefront OBJ file; everything else is passed over. Negative
 * numbers count back from the last vertex.
 *
 * @throws GeometryError when a face names a vertex that is not there
 */
export function readObj(bytes: Buffer): TriangleMesh {
  const scanner = new TextScanner(bytes);
  const mesh = new MeshBuilder();
  for (let hasLine = scanner.skipToToken(); hasLine; hasLine = scanner.nextLine()) {
    const keyword = scanner.word();
    if (keyword === 'v') mesh.vertex(scanner.number(), scanner.number(), scanner.number());
    if (keyword !== 'f') continue;
    mesh.beginPolygon();
    while (scanner.skipBlanks()) {
      const number = scanner.integer();
      scanner.skipWord(); // texture and normal, and the \ of a line that goes on
      if (Number.isNaN(number)) continue;
      mesh.corner(number < 0 ? mesh.vertices + number : number - 1);
    }
  }
  return mesh.build();
}
