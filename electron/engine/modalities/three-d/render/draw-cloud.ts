// Points have no surface that could be lit. Their depth in the picture stands for it: what has nearer
// things beside it is darker (eye-dome lighting, Boucheny 2009), which shows edges and steps.
import { type Camera, project } from './camera.ts';
import { CLAY, type Raster } from './raster.ts';

/** Points as they are drawn. */
export interface Points {
  readonly positions: Float64Array;
  /** Red, green, blue a point; absent: clay. */
  readonly colours?: Uint8Array | undefined;
}

const COVERED = 0.3; // of the picture by a usual object; decides how large a point is
const MIN_DISC = 1.5; // pixels, diameter
const MAX_DISC = 18;
const STRENGTH = 260;
const DARKEST = 0.3;
const FARTHEST = 0.72; // brightness at the far end of the object

/** Draws all points as discs, nearest in front, and shades them by their depth. */
export function drawCloud(raster: Raster, points: Points, camera: Camera): void {
  const { sidePx } = raster;
  const count = points.positions.length / 3;
  // half of the points are hidden
  const spacing = Math.sqrt((COVERED * sidePx * sidePx) / Math.max(1, count / 2));
  const radius = Math.min(MAX_DISC, Math.max(MIN_DISC, 1.8 * spacing)) / 2;
  const { x, y, nearness } = project(points.positions, camera);
  for (let i = 0; i < count; i++) {
    const base = points.colours?.subarray(i * 3, i * 3 + 3) ?? CLAY;
    drawDisc(raster, x[i]!, y[i]!, nearness[i]!, radius, base);
  }
  shadeByDepth(raster, Math.max(2, Math.round(radius)));
}

function drawDisc(
  { sidePx, colour, nearness }: Raster,
  x: number,
  y: number,
  near: number,
  radius: number,
  base: ArrayLike<number>,
): void {
  const top = Math.max(0, Math.ceil(y - radius - 0.5));
  const bottom = Math.min(sidePx - 1, Math.floor(y + radius - 0.5));
  for (let row = top; row <= bottom; row++) {
    const dy = row + 0.5 - y;
    const half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
    const left = Math.max(0, Math.ceil(x - half - 0.5));
    const right = Math.min(sidePx - 1, Math.floor(x + half - 0.5));
    for (let column = left; column <= right; column++) {
      const at = row * sidePx + column;
      if (near <= nearness[at]!) continue;
      nearness[at] = near;
      for (let k = 0; k < 3; k++) colour[at * 3 + k] = base[k]!;
    }
  }
}

const STEPS = [-1, 0, 1];
const AROUND = STEPS.flatMap((dy) => STEPS.map((dx) => [dx, dy] as const)).filter(
  ([dx, dy]) => dx !== 0 || dy !== 0,
);

function shadeByDepth({ sidePx, colour, nearness }: Raster, reach: number): void {
  const [nearest, farthest] = range(nearness);
  for (let row = 0; row < sidePx; row++) {
    for (let column = 0; column < sidePx; column++) {
      const at = row * sidePx + column;
      const here = nearness[at]!;
      if (here === 0) continue;
      let step = 0;
      for (const [dx, dy] of AROUND) {
        const x = column + dx * reach;
        const y = row + dy * reach;
        if (x < 0 || y < 0 || x >= sidePx || y >= sidePx) continue;
        step += Math.max(0, Math.log2(nearness[y * sidePx + x]! / here));
      }
      const depth = nearest === farthest ? 1 : (here - farthest) / (nearest - farthest);
      const shade = Math.max(DARKEST, Math.exp((-STRENGTH * step) / AROUND.length / 8));
      const bright = shade * (FARTHEST + (1 - FARTHEST) * depth);
      for (let k = 0; k < 3; k++) colour[at * 3 + k] = colour[at * 3 + k]! * bright;
    }
  }
}

function range(nearness: Float32Array): [nearest: number, farthest: number] {
  let nearest = 0;
  let farthest = Infinity;
  for (const near of nearness) {
    if (near === 0) continue;
    if (near > nearest) nearest = near;
    if (near < farthest) farthest = near;
  }
  return [nearest, farthest];
}
