import { createRandom } from '../../shared/stats/random.ts';

/** A colour picture as decoders give it. */
export interface Leaves {
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
  readonly data: Uint8Array;
}

const OVERSAMPLED = 2; // edges then lie between pixels, as in photographs
/** What a lens does to a point, at twice the size. */
const LENS = [1, 5, 10, 10, 5, 1].map((weight) => weight / 32);
const LEAST_RADIUS = 6;

/**
 * A picture whose edges, sizes and texture are distributed as those of photographs: discs with
 * p(r) ~ r⁻³ over each other (Lee, Mumford, Huang 2001), with 1/f texture and a little grain.
 */
export function makeDeadLeaves(seed: number, sizePx = 384): Leaves {
  const random = createRandom(seed);
  const side = sizePx * OVERSAMPLED;
  const colours = new Float32Array(side * side * 3);
  const most = side / 3;
  const discs = Math.round((side * side) / 150);
  for (let n = 0; n < discs; n++) {
    // inverse of the distribution function of r⁻³ between both radii
    const u = random();
    const radius = 1 / Math.sqrt((1 - u) / LEAST_RADIUS ** 2 + u / most ** 2);
    const [cx, cy] = [random() * side, random() * side];
    const grey = 30 + 190 * random();
    const colour = [0, 1, 2].map(() => Math.min(235, Math.max(15, grey + 60 * (random() - 0.5))));
    fillDisc(colours, side, cx, cy, radius, colour);
  }
  const texture = octaves(random, sizePx);
  const data = new Uint8Array(sizePx * sizePx * 3);
  for (let y = 0, o = 0; y < sizePx; y++) {
    for (let x = 0; x < sizePx; x++) {
      const grain = texture[y * sizePx + x]! + 0.7 * normal(random);
      for (let c = 0; c < 3; c++, o++) {
        let sum = 0;
        for (let j = 0; j < LENS.length; j++) {
          const row = Math.min(side - 1, Math.max(0, y * OVERSAMPLED + j - 2)) * side;
          for (let i = 0; i < LENS.length; i++) {
            const column = Math.min(side - 1, Math.max(0, x * OVERSAMPLED + i - 2));
            sum += LENS[j]! * LENS[i]! * colours[(row + column) * 3 + c]!;
          }
        }
        data[o] = Math.min(255, Math.max(0, Math.round(sum + grain)));
      }
    }
  }
  return { width: sizePx, height: sizePx, channels: 3, data };
}

function fillDisc(
  colours: Float32Array,
  side: number,
  cx: number,
  cy: number,
  radius: number,
  colour: readonly number[],
): void {
  const [top, bottom] = [Math.max(0, Math.ceil(cy - radius)), Math.min(side - 1, cy + radius)];
  for (let y = top; y <= bottom; y++) {
    const half = Math.sqrt(radius * radius - (y - cy) ** 2);
    const [left, right] = [Math.max(0, Math.ceil(cx - half)), Math.min(side - 1, cx + half)];
    for (let x = left; x <= right; x++) colours.set(colour, (y * side + x) * 3);
  }
}

/** Noise whose amplitude doubles with each doubling of its size: 1/f. */
function octaves(random: () => number, side: number): Float32Array {
  const sum = new Float32Array(side * side);
  for (let cell = 1; cell <= 32; cell *= 2) {
    const cells = Math.ceil(side / cell) + 2;
    const values = Float32Array.from({ length: cells * cells }, () => normal(random));
    const amplitude = 3 * Math.sqrt(cell);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        sum[y * side + x]! += amplitude * between(values, cells, x / cell, y / cell);
      }
    }
  }
  return sum;
}

function between(values: Float32Array, cells: number, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - i, y - j];
  const at = (di: number, dj: number) => values[(j + dj) * cells + i + di]!;
  return (1 - v) * ((1 - u) * at(0, 0) + u * at(1, 0)) + v * ((1 - u) * at(0, 1) + u * at(1, 1));
}

/** A normal deviate (Box and Muller). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
