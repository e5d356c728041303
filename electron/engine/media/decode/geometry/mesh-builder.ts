import { GeometryError, type TriangleMesh } from './geometry.ts';
import { NumberList } from '../../../number-list.ts';

/** Collects vertices and polygons; polygons become fans of triangles. */
export class MeshBuilder {
  readonly #positions = new NumberList();
  readonly #given: Float64Array | undefined;
  readonly #faces = new NumberList();
  #polygons = 0;
  #first = 0;
  #previous = 0;
  #corners = 0;

  /** @param positions  of all vertices, when they are known beforehand */
  constructor(positions?: Float64Array) {
    this.#given = positions;
  }

  get vertices(): number {
    return (this.#given ?? this.#positions).length / 3;
  }

  vertex(x: number, y: number, z: number): void {
    this.#positions.push(x);
    this.#positions.push(y);
    this.#positions.push(z);
  }

  beginPolygon(): void {
    this.#polygons++;
    this.#corners = 0;
  }

  /** Adds a corner, a vertex number from 0; checked when the mesh is built. */
  corner(vertex: number): void {
    if (this.#corners === 0) this.#first = vertex;
    if (this.#corners >= 2) {
      this.#faces.push(this.#first);
      this.#faces.push(this.#previous);
      this.#faces.push(vertex);
    }
    this.#previous = vertex;
    this.#corners++;
  }

  /** @throws GeometryError when a face names a vertex that is not there */
  build(): TriangleMesh {
    const corners = this.#faces.values();
    const vertices = this.vertices;
    const faces = new Uint32Array(corners.length);
    for (let i = 0; i < corners.length; i++) {
      const corner = corners[i]!;
      if (!(corner >= 0 && corner < vertices)) {
        const face = Math.floor(i / 3) + 1;
        throw new GeometryError(
          `Triangle ${face} names vertex ${corner + 1}, but there are ${vertices} vertices.`,
        );
      }
      faces[i] = corner;
    }
    return { kind: 'mesh', positions: this.#given ?? this.#positions.values(), faces };
  }
}
