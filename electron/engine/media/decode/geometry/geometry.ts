/** Points in space without faces. */
export interface PointCloud {
  readonly kind: 'cloud';
  /** x, y, z of each point. */
  readonly positions: Float64Array;
}

/** Triangles over shared vertices; nothing is merged. */
export interface TriangleMesh {
  readonly kind: 'mesh';
  /** x, y, z of each vertex. */
  readonly positions: Float64Array;
  /** Three vertex numbers a face, counted from 0. */
  readonly faces: Uint32Array;
}

export type Geometry = PointCloud | TriangleMesh;

/** A file that cannot be read as what it claims to be; the message is a sentence for people. */
export class GeometryError extends Error {}
