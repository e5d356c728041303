import type { Plane } from '../../../media/decode/colour-image.ts';
import { percentile } from '../../order-statistics.ts';

const TILE = 16; // pixels
const FLAT_PERCENTILE = 10; // the flattest tiles: texture is not noise
const DARKEST = 8; // tiles whose mean lies nearer to black or white lose their noise by clipping
const BRIGHTEST = 247;
const MAX_TILES = 65_536; // 16.8 million pixels; more are sampled evenly

/**
 * Standard deviation of the noise in grey levels, taken where the picture is flattest. Fine texture
 * that covers the whole picture counts as noise; what JPEG has smoothed away does not.
 *
 * @param plane  0..255
 * @returns undefined when no tile of 16 × 16 pixels lies clear of black and white
 * @source Immerkær: Fast noise variance estimation (1996), eq. 4, tile by tile; the percentile is ours
 */
export function noiseLevel(plane: Plane): number | undefined {
  const columns = Math.floor((plane.width - 2) / TILE);
  const total = columns * Math.floor((plane.height - 2) / TILE);
  const taken = Math.min(total, MAX_TILES);
  const estimates: number[] = [];
  for (let i = 0; i < taken; i++) {
    const tile = Math.floor(((i + 0.5) * total) / taken);
    const left = (tile % columns) * TILE + 1;
    const estimate = noiseOfTile(plane, left, Math.floor(tile / columns) * TILE + 1);
    if (estimate !== undefined) estimates.push(estimate);
  }
  return estimates.length === 0 ? undefined : percentile(estimates, FLAT_PERCENTILE);
}

function noiseOfTile({ width, data }: Plane, left: number, top: number): number | undefined {
  let sum = 0;
  let level = 0;
  for (let y = top; y < top + TILE; y++) {
    const start = y * width + left;
    for (let i = start; i < start + TILE; i++) {
      const up = i - width;
      const down = i + width;
      const corners = data[up - 1]! + data[up + 1]! + data[down - 1]! + data[down + 1]!;
      const sides = data[up]! + data[i - 1]! + data[i + 1]! + data[down]!;
      sum += Math.abs(corners - 2 * sides + 4 * data[i]!);
      level += data[i]!;
    }
  }
  const count = TILE * TILE;
  if (level < DARKEST * count || level > BRIGHTEST * count) return undefined;
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * count);
}
