// What one picture shows of blur, noise, blocks and exposure, in grey. The loops are written out:
// two dozen pictures of full HD are looked at for each video.
import { blurOf } from './blur.ts';

/** A grey picture, rows from the top, full range. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Figures of one picture; all are 0 or more, higher is worse but for the mean and the contrast. */
export interface StillFigures {
  /** How little of the detail a further blur would take away: 0 sharp … 1 nothing left to blur. */
  readonly blur: number;
  /** Standard deviation of the noise, in levels of 255. */
  readonly noise: number;
  /** How much steeper steps on the 8 × 8 grid of codecs are than beside it. */
  readonly blockiness: number;
  /** Mean level, 0..255. */
  readonly mean: number;
  /** Standard deviation of the levels. */
  readonly contrast: number;
  /** Share of pixels at the ends of the range. */
  readonly clipped: number;
}

const MIN_SIDE = 48;

/** @returns undefined for a picture with a side under 48 pixels */
export function stillFigures(picture: GreyPicture): StillFigures | undefined {
  if (picture.width < MIN_SIDE || picture.height < MIN_SIDE) return undefined;
  return {
    blur: blurOf(picture),
    noise: noiseLevel(picture),
    blockiness: blockinessOf(picture),
    ...levels(picture),
  };
}

const NOISE_BLOCK = 16;
const FLAT_SHARE = 0.15; // the flattest blocks: texture is not noise

/**
 * Noise of the flattest parts of the picture.
 *
 * @source Immerkær: Fast noise variance estimation (1996), equation 4; per block, ours
 */
function noiseLevel({ width, height, data }: GreyPicture): number {
  const estimates: number[] = [];
  for (let y = 1; y + NOISE_BLOCK < height; y += NOISE_BLOCK) {
    for (let x = 1; x + NOISE_BLOCK < width; x += NOISE_BLOCK) {
      estimates.push(noiseOfBlock(data, width, x, y));
    }
  }
  estimates.sort((a, b) => a - b);
  const flat = estimates.slice(0, Math.max(1, Math.ceil(estimates.length * FLAT_SHARE)));
  return flat.reduce((sum, one) => sum + one, 0) / flat.length;
}

function noiseOfBlock(data: Uint8Array, width: number, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + NOISE_BLOCK; y++) {
    const row = y * width;
    for (let i = row + left; i < row + left + NOISE_BLOCK; i++) {
      const above = i - width;
      const below = i + width;
      const corners =
        (data[above - 1] ?? 0) +
        (data[above + 1] ?? 0) +
        (data[below - 1] ?? 0) +
        (data[below + 1] ?? 0);
      const sides =
        (data[above] ?? 0) + (data[i - 1] ?? 0) + (data[i + 1] ?? 0) + (data[below] ?? 0);
      sum += Math.abs(corners - 2 * sides + 4 * (data[i] ?? 0));
    }
  }
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * NOISE_BLOCK * NOISE_BLOCK);
}

const GRID = 8;
const EDGE = 32; // levels: a larger step is an edge of what is shown, not of a block

/** Sums and counts of steps by their place on the grid. */
interface Steps {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const noSteps = (): Steps => ({ sums: new Float64Array(GRID), counts: new Float64Array(GRID) });

/**
 * Steps across the borders of 8 × 8 blocks against steps elsewhere; what the pixels on both sides
 * lead to is taken off, so that a slope is no step.
 *
 * @returns 0 where the borders do not stand out
 * @source the idea of Wang, Sheikh, Bovik: No-reference perceptual quality assessment of JPEG (2002)
 */
function blockinessOf(picture: GreyPicture): number {
  const columns = noSteps();
  const rows = noSteps();
  for (let y = 2; y + 2 < picture.height; y++) addSteps(picture, y, columns, rows);
  return (excess(columns) + excess(rows)) / 2;
}

/** Adds the steps of one row to the left (by column) and upwards (by row). */
function addSteps({ width, data }: GreyPicture, y: number, columns: Steps, rows: Steps): void {
  const row = y * width;
  let sum = 0;
  let count = 0;
  for (let x = 2; x + 2 < width; x++) {
    const i = row + x;
    const here = data[i] ?? 0;
    const left = data[i - 1] ?? 0;
    const above = data[i - width] ?? 0;
    const slopeX = (left - (data[i - 2] ?? 0) + (data[i + 1] ?? 0) - here) / 2;
    const slopeY = (above - (data[i - 2 * width] ?? 0) + (data[i + width] ?? 0) - here) / 2;
    const stepX = Math.abs(here - left - slopeX);
    const stepY = Math.abs(here - above - slopeY);
    if (stepX < EDGE) addStep(columns, x % GRID, stepX, 1);
    if (stepY < EDGE) {
      sum += stepY;
      count++;
    }
  }
  addStep(rows, y % GRID, sum, count);
}

function addStep({ sums, counts }: Steps, phase: number, sum: number, count: number): void {
  sums[phase] = (sums[phase] ?? 0) + sum;
  counts[phase] = (counts[phase] ?? 0) + count;
}

function excess({ sums, counts }: Steps): number {
  const means = Array.from(sums, (sum, phase) => sum / Math.max(1, counts[phase] ?? 0));
  const [border = 0, ...inside] = means;
  const others = inside.reduce((total, one) => total + one, 0) / inside.length;
  return Math.max(0, (border - others) / (others + 1));
}

function levels({ data }: GreyPicture): Pick<StillFigures, 'mean' | 'contrast' | 'clipped'> {
  let sum = 0;
  let squares = 0;
  let clipped = 0;
  for (const level of data) {
    sum += level;
    squares += level * level;
    if (level <= 1 || level >= 254) clipped++;
  }
  const mean = sum / data.length;
  const contrast = Math.sqrt(Math.max(0, squares / data.length - mean * mean));
  return { mean, contrast, clipped: clipped / data.length };
}
