// Solids are closed, and corners are shared: each edge belongs to two faces, seen from outside counter-clockwise.
import type { Solid } from './scene-order.ts';

/** Corners as x, y, z one after the other; faces as three numbers of corners each. */
export interface Solidity {
  readonly positions: readonly number[];
  readonly faces: readonly number[];
}

/** The mesh of a part, as yet neither scaled nor moved. */
export function meshOf(solid: Solid): Solidity {
  switch (solid.shape) {
    case 'box':
      return box(solid.size);
    case 'sphere': {
      const rows = Math.max(2, Math.round(solid.sides / 2));
      const profile = Array.from({ length: rows + 1 }, (_, row): Point => {
        const angle = (row / rows) * Math.PI;
        const isPole = row === 0 || row === rows;
        return [isPole ? 0 : solid.radius * Math.sin(angle), -solid.radius * Math.cos(angle)];
      });
      return turned(profile, solid.sides);
    }
    case 'cylinder':
      return upright(solid.radius, solid.topRadius ?? solid.radius, solid.height, solid.sides);
    case 'cone':
      return upright(solid.radius, 0, solid.height, solid.sides);
    case 'torus':
      return torus(solid.radius, solid.tube, solid.sides);
    case 'lathe':
      return turned(closed(solid.profile), solid.sides);
  }
}

type Point = readonly [radius: number, y: number];

function box([x, y, z]: readonly [number, number, number]): Solidity {
  const positions = [-1, 1].flatMap((k) =>
    [-1, 1].flatMap((j) => [-1, 1].flatMap((i) => [(i * x) / 2, (j * y) / 2, (k * z) / 2])),
  );
  const sides = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ] as const;
  return { positions, faces: sides.flatMap(([a, b, c, d]) => [a, b, c, a, c, d]) };
}

function upright(radius: number, topRadius: number, height: number, sides: number): Solidity {
  const [below, above] = [-height / 2, height / 2];
  const steps = Math.max(1, Math.min(24, Math.round(height / ((2 * Math.PI * radius) / sides))));
  const side = Array.from({ length: steps + 1 }, (_, step): Point => [
    radius + (topRadius - radius) * (step / steps),
    below + height * (step / steps),
  ]);
  return turned(closed([...side.slice(0, -1), [topRadius, above]]), sides);
}

/** Both ends of a profile brought to the axis. */
function closed(profile: readonly Point[]): Point[] {
  const [first, last] = [profile[0], profile.at(-1)];
  const start: Point[] = first !== undefined && first[0] > 0 ? [[0, first[1]]] : [];
  const end: Point[] = last !== undefined && last[0] > 0 ? [[0, last[1]]] : [];
  return [...start, ...profile, ...end];
}

/** @param profile  from below to above, on the axis at both ends and nowhere else */
function turned(profile: readonly Point[], sides: number): Solidity {
  const positions: number[] = [];
  const rings = profile.map(([radius, y]) => {
    const first = positions.length / 3;
    const count = radius === 0 ? 1 : sides;
    for (let side = 0; side < count; side += 1) {
      const angle = (side / sides) * 2 * Math.PI;
      positions.push(radius * Math.cos(angle), y, radius * Math.sin(angle));
    }
    return { first, count };
  });
  const faces: number[] = [];
  const corner = ({ first, count }: { first: number; count: number }, side: number) =>
    count === 1 ? first : first + (side % sides);
  for (const [index, above] of rings.entries()) {
    const below = rings[index - 1];
    if (below === undefined) continue;
    for (let side = 0; side < sides; side += 1) {
      const [a, b] = [corner(below, side), corner(below, side + 1)];
      const [c, d] = [corner(above, side), corner(above, side + 1)];
      if (a !== b) faces.push(a, c, b);
      if (c !== d) faces.push(b, c, d);
    }
  }
  return { positions, faces };
}

function torus(radius: number, tube: number, sides: number): Solidity {
  const rounds = Math.max(8, Math.round(sides / 2));
  const positions: number[] = [];
  const faces: number[] = [];
  for (let i = 0; i < sides; i += 1) {
    const u = (i / sides) * 2 * Math.PI;
    for (let j = 0; j < rounds; j += 1) {
      const v = (j / rounds) * 2 * Math.PI;
      const out = radius + tube * Math.cos(v);
      positions.push(out * Math.cos(u), tube * Math.sin(v), out * Math.sin(u));
      const [a, b] = [i * rounds + j, i * rounds + ((j + 1) % rounds)];
      const [c, d] = [
        ((i + 1) % sides) * rounds + j,
        ((i + 1) % sides) * rounds + ((j + 1) % rounds),
      ];
      faces.push(a, b, c, b, d, c);
    }
  }
  return { positions, faces };
}
