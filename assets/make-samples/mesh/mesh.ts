export type Vec = readonly [number, number, number];

/** Triangles of one colour. `uvs`, when there, has one pair a vertex. */
export interface Part {
  readonly name: string;
  /** sRGB, each 0..1. */
  readonly color: Vec;
  readonly vertices: Vec[];
  readonly faces: Vec[];
  readonly uvs?: [number, number][];
}

export function part(name: string, color: Vec): Part {
  return { name, color, vertices: [], faces: [] };
}

/** `#rrggbb` as three numbers in 0..1. */
export function hexColor(hex: string): Vec {
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

export function plus(a: Vec, b: Vec): Vec {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
export function minus(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
export function times(a: Vec, s: number): Vec {
  return [a[0] * s, a[1] * s, a[2] * s];
}
export function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
export function unit(a: Vec): Vec {
  const length = Math.hypot(...a);
  return length === 0 ? [0, 0, 1] : times(a, 1 / length);
}

/** An axis-parallel box between two corners, wound outwards. */
export function addBox(target: Part, low: Vec, high: Vec): void {
  const base = target.vertices.length;
  for (let i = 0; i < 8; i++)
    target.vertices.push([
      i & 1 ? high[0] : low[0],
      i & 2 ? high[1] : low[1],
      i & 4 ? high[2] : low[2],
    ]);
  const quads = [
    [0, 4, 6, 2],
    [1, 3, 7, 5],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 2, 3, 1],
    [4, 5, 7, 6],
  ] as const;
  for (const [a, b, c, d] of quads)
    target.faces.push([base + a, base + b, base + c], [base + a, base + c, base + d]);
}

/** A sphere of rings × 2·rings quads, poles closed by triangles. */
export function addSphere(target: Part, centre: Vec, radius: number, rings = 12): void {
  const base = target.vertices.length;
  const around = rings * 2;
  target.vertices.push(plus(centre, [0, radius, 0]));
  for (let i = 1; i < rings; i++)
    for (let j = 0; j < around; j++) {
      const [a, b] = [(Math.PI * i) / rings, (2 * Math.PI * j) / around];
      const direction: Vec = [Math.sin(a) * Math.cos(b), Math.cos(a), -Math.sin(a) * Math.sin(b)];
      target.vertices.push(plus(centre, times(direction, radius)));
    }
  target.vertices.push(plus(centre, [0, -radius, 0]));
  const last = target.vertices.length - 1;
  const at = (ring: number, j: number) => base + 1 + (ring - 1) * around + (j % around);
  for (let j = 0; j < around; j++) {
    target.faces.push([base, at(1, j), at(1, j + 1)]);
    target.faces.push([last, at(rings - 1, j + 1), at(rings - 1, j)]);
    for (let ring = 1; ring < rings - 1; ring++)
      target.faces.push(
        [at(ring, j), at(ring + 1, j), at(ring + 1, j + 1)],
        [at(ring, j), at(ring + 1, j + 1), at(ring, j + 1)],
      );
  }
}

/** A closed cylinder between two points. */
export function addRod(target: Part, from: Vec, to: Vec, radius: number, sides = 14): void {
  const axis = unit(minus(to, from));
  const u = unit(cross(axis, Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const v = cross(axis, u);
  const base = target.vertices.length;
  target.vertices.push(from, to);
  for (let j = 0; j < sides; j++) {
    const angle = (2 * Math.PI * j) / sides;
    const offset = plus(times(u, Math.cos(angle) * radius), times(v, Math.sin(angle) * radius));
    target.vertices.push(plus(from, offset), plus(to, offset));
  }
  for (let j = 0; j < sides; j++) {
    const a = base + 2 + j * 2;
    const b = base + 2 + ((j + 1) % sides) * 2;
    target.faces.push([a, b, b + 1], [a, b + 1, a + 1], [base, b, a], [base + 1, a + 1, b + 1]);
  }
}

/** All parts as one list of vertices and faces. */
export function merged(parts: readonly Part[]): { vertices: Vec[]; faces: Vec[] } {
  const vertices: Vec[] = [];
  const faces: Vec[] = [];
  for (const one of parts) {
    const base = vertices.length;
    vertices.push(...one.vertices);
    for (const [a, b, c] of one.faces) faces.push([a + base, b + base, c + base]);
  }
  return { vertices, faces };
}
