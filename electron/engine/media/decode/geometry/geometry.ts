/** Points in space without faces. */
export interface PointCloud {
  readonly kind: 'cloud';
  /** x, y, z of each point. */
  readonly positions: Float64Array;
  /** Red, green, blue of each vertex, 0..255; absent where the file gives none. */
  readonly colours?: Uint8Array | undefined;
  /** What was left out of the file, for people. */
  readonly notes?: readonly string[];
}

/** Triangles over shared vertices; nothing is merged. */
export interface TriangleMesh {
  readonly kind: 'mesh';
  /** x, y, z of each vertex. */
  readonly positions: Float64Array;
  /** Three vertex numbers a face, counted from 0. */
  readonly faces: Uint32Array;
  /** Red, green, blue of each vertex, 0..255; absent where the file gives none. */
  readonly colours?: Uint8Array | undefined;
  /** What was left out of the file, for people. */
  readonly notes?: readonly string[];
}

export type Geometry = PointCloud | TriangleMesh;

/** A file that cannot be read as what it claims to be; the message is a sentence for people. */
export class GeometryError extends Error {
  readonly code: 'media-broken' | 'media-missing' | 'media-too-large' | 'unsupported';

  constructor(message: string, code: GeometryError['code'] = 'media-broken') {
    super(message);
    this.code = code;
  }
}
