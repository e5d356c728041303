/** x, y, z. */
export type Vector = readonly [x: number, y: number, z: number];

/** From where an object is looked at; directions in the file's own axes. */
export interface View {
  /** For the captioner, e.g. `from +Z, Y points up`. */
  readonly name: string;
  /** From the object towards the eye; any length. */
  readonly from: Vector;
  /** Points up in the picture; not along `from`. */
  readonly up: Vector;
}

/** A perspective camera that looks at a sphere and sees all of it. */
export interface Camera {
  readonly centre: Vector;
  readonly right: Vector;
  readonly up: Vector;
  /** Towards the eye. */
  readonly back: Vector;
  /** From the centre to the eye. */
  readonly distance: number;
  /** Pixels; a thing of size s at distance z is s · focal / z pixels large. */
  readonly focal: number;
  readonly sidePx: number;
}

const FIELD_OF_VIEW = (35 * Math.PI) / 180;
const MARGIN = 1.04;

/** The camera of a view; the picture is square. */
export function createCamera(view: View, centre: Vector, radius: number, sidePx: number): Camera {
  const back = normalise(view.from);
  const right = normalise(cross(view.up, back));
  const half = FIELD_OF_VIEW / 2;
  return {
    centre,
    right,
    up: cross(back, right),
    back,
    distance: (MARGIN * radius) / Math.sin(half),
    focal: sidePx / 2 / Math.tan(half),
    sidePx,
  };
}

/** Where vertices stand in the picture. */
export interface Projected {
  /** Pixels from the left and from the top. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** One over the distance along the view, so larger is nearer; linear across the picture. */
  readonly nearness: Float32Array;
}

/** Projects all vertices. None is behind the eye: the camera stands outside of the sphere. */
export function project(positions: Float64Array, camera: Camera): Projected {
  const { centre, right, up, back, distance, focal, sidePx } = camera;
  const count = positions.length / 3;
  const out = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    nearness: new Float32Array(count),
  };
  const middle = sidePx / 2;
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    const px = positions[at]! - centre[0];
    const py = positions[at + 1]! - centre[1];
    const pz = positions[at + 2]! - centre[2];
    const nearness = 1 / (distance - (px * back[0] + py * back[1] + pz * back[2]));
    out.x[i] = middle + focal * nearness * (px * right[0] + py * right[1] + pz * right[2]);
    out.y[i] = middle - focal * nearness * (px * up[0] + py * up[1] + pz * up[2]);
    out.nearness[i] = nearness;
  }
  return out;
}

/** Component of `a` along `b`. */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Of length one. */
export function normalise([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
