/** Three rows of four: turning and scaling, then where to. */
export type Placing = readonly number[];

export const UNPLACED: Placing = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

type Three = readonly [number, number, number];

/** Scaled, then turned round x, y and z (degrees), then moved. */
export function placing(position: Three, rotation: Three, scale: Three): Placing {
  const [x, y, z] = rotation.map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const [cx, sx, cy, sy, cz, sz] = [
    Math.cos(x),
    Math.sin(x),
    Math.cos(y),
    Math.sin(y),
    Math.cos(z),
    Math.sin(z),
  ];
  const turn = [
    [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
    [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
    [-sy, cy * sx, cy * cx],
  ];
  return turn.flatMap((row, index) => [
    ...row.map((value, column) => value * (scale[column] ?? 1)),
    position[index] ?? 0,
  ]);
}

/** The inner placing first, then the outer one. */
export function within(outer: Placing, inner: Placing): Placing {
  const at = (placed: Placing, row: number, column: number) =>
    row === 3 ? Number(column === 3) : (placed[row * 4 + column] ?? 0);
  return Array.from({ length: 12 }, (_, index) => {
    const [row, column] = [Math.floor(index / 4), index % 4];
    return [0, 1, 2, 3].reduce((sum, k) => sum + at(outer, row, k) * at(inner, k, column), 0);
  });
}

/** Corners (x, y, z one after the other) where they end up. */
export function placedAt(by: Placing, positions: readonly number[]): number[] {
  const placed: number[] = [];
  for (let at = 0; at < positions.length; at += 3) {
    const [x, y, z] = [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0];
    for (let row = 0; row < 12; row += 4) {
      placed.push(
        (by[row] ?? 0) * x + (by[row + 1] ?? 0) * y + (by[row + 2] ?? 0) * z + (by[row + 3] ?? 0),
      );
    }
  }
  return placed;
}
