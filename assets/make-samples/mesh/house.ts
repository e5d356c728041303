import { WALLS } from '../draw/floor-plan.ts';
import { addBox, hexColor, part, type Part } from './mesh.ts';

/** Floor slab with texture coordinates: one tile of the texture a metre and a half. */
function floorPart(): Part {
  const floor = { ...part('floor', hexColor('#c79b6b')), uvs: [] as [number, number][] };
  floor.vertices.push([0, 0, 0], [9, 0, 0], [9, 0, 6], [0, 0, 6]);
  floor.uvs.push([0, 0], [6, 0], [6, 4], [0, 4]);
  floor.faces.push([0, 2, 1], [0, 3, 2]);
  return floor;
}

export interface HouseLook {
  readonly wallHeight?: number;
  readonly wallColor?: string;
  /** Inner walls left out: what a model does that reads the outline only. */
  readonly outlineOnly?: boolean;
}

/** The house of the floor plan with its roof off: walls of 2.5 m, floor and plinth. Metres, y up. */
export function houseModel(look: HouseLook = {}): Part[] {
  const { wallHeight = 2.5, wallColor = '#efe7d8', outlineOnly = false } = look;
  const outer = part('wall_outer', hexColor(wallColor));
  const inner = part('wall_inner', hexColor('#d9dee6'));
  const plinth = part('plinth', hexColor('#8a8f98'));
  for (const wall of WALLS) {
    if (outlineOnly && !wall.outer) continue;
    const half = wall.outer ? 0.15 : 0.07;
    const [x1, x2] = [Math.min(wall.from[0], wall.to[0]), Math.max(wall.from[0], wall.to[0])];
    const [z1, z2] = [Math.min(wall.from[1], wall.to[1]), Math.max(wall.from[1], wall.to[1])];
    addBox(
      wall.outer ? outer : inner,
      [x1 - half, 0, z1 - half],
      [x2 + half, wallHeight, z2 + half],
    );
  }
  addBox(plinth, [-0.4, -0.3, -0.4], [9.4, -0.01, 6.4]);
  return [floorPart(), outer, inner, plinth].filter((one) => one.faces.length > 0);
}
