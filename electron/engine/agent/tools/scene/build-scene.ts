import { placedAt, type Placing, placing, UNPLACED, within } from './placing.ts';
import type { Part, SceneOrder } from './scene-order.ts';
import { meshOf } from './solids.ts';

/** All parts of one colour. */
export interface ColouredMesh {
  /** `#rrggbb`. */
  readonly colour: string;
  readonly positions: number[];
  readonly faces: number[];
}

/** More would be no parametric scene, and groups of groups multiply. */
const MOST_FACES = 500_000;

/** @throws RangeError when the scene has more than 500,000 faces */
export function buildScene({ parts }: SceneOrder): ColouredMesh[] {
  const meshes = new Map<string, ColouredMesh>();
  let faces = 0;
  const add = (part: Part, outer: Placing): void => {
    for (const by of repeated(part, outer)) {
      if ('parts' in part) {
        for (const inner of part.parts) add(inner, by);
        continue;
      }
      const { positions, faces: own } = meshOf(part);
      faces += own.length / 3;
      if (faces > MOST_FACES) throw new RangeError(`The scene has more than ${MOST_FACES} faces.`);
      const colour = part.color.toLowerCase();
      const mesh = meshes.get(colour) ?? { colour, positions: [], faces: [] };
      meshes.set(colour, mesh);
      const first = mesh.positions.length / 3;
      for (const value of placedAt(by, positions)) mesh.positions.push(value);
      for (const corner of own) mesh.faces.push(first + corner);
    }
  };
  for (const part of parts) add(part, UNPLACED);
  return [...meshes.values()];
}

function repeated(part: Part, outer: Placing): Placing[] {
  const own = placing(part.position, part.rotation, part.scale);
  const { repeat } = part;
  if (repeat === undefined) return [within(outer, own)];
  const step = placing(repeat.offset, repeat.rotation, [1, 1, 1]);
  let by = UNPLACED;
  return Array.from({ length: repeat.count }, () => {
    const placed = within(outer, within(by, own));
    by = within(step, by);
    return placed;
  });
}
