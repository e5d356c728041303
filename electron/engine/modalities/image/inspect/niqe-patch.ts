// The 36 features of one 96 × 96 patch. Patches are read one by one out of the grey plane, so that a
// picture of any size needs the memory of one patch.
import type { Plane } from '../../../media/decode/colour-image.ts';
import { asymmetricShapeOf, meanOfShape } from './asymmetric-shape.ts';
import {
  CONTRAST_MARGIN,
  contrastBuffers,
  normaliseContrast,
  type ContrastBuffers,
} from './local-contrast.ts';

/** Side of a patch at the first scale, pixels. */
export const PATCH_SIZE = 96; // Mittal et al. 2013, section IV
/** Features of a patch: 18 at each of two scales. */
export const FEATURE_COUNT = 36; // same, section II.B
const HALF_SIZE = PATCH_SIZE / 2;
const SHIFTS: readonly (readonly [rows: number, columns: number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
]; // computefeature.m

const full = contrastBuffers(PATCH_SIZE);
const half = contrastBuffers(HALF_SIZE);
const cubic = halvingTaps();

/** What one patch says. */
export interface PatchFeatures {
  /** 36 numbers: 18 of the full scale, 18 of the half scale. */
  readonly features: Float64Array;
  /** Mean local deviation of the patch, grey levels. */
  readonly sharpness: number;
}

/**
 * Features of the patch whose upper left pixel is (left, top), both multiples of 96.
 *
 * @param grey  0..255
 * @returns undefined for a patch without structure, whose distribution has no shape
 * @source Mittal et al. 2013, section II; computefeature.m of its release
 */
export function patchFeatures(grey: Plane, left: number, top: number): PatchFeatures | undefined {
  readFull(grey, left, top);
  const sharpness = normaliseContrast(full);
  const features = new Float64Array(FEATURE_COUNT);
  if (!scaleFeatures(full, features, 0)) return undefined;
  readHalf(grey, left >> 1, top >> 1);
  normaliseContrast(half);
  if (!scaleFeatures(half, features, FEATURE_COUNT / 2)) return undefined;
  return { features, sharpness };
}

const clampTo = (index: number, size: number): number => Math.min(Math.max(index, 0), size - 1);
/** Pictures are cut to whole patches before their edges are continued (computequality.m). */
const wholePatches = (size: number): number => size - (size % PATCH_SIZE);

function readFull({ width, height, data }: Plane, left: number, top: number): void {
  const side = PATCH_SIZE + 2 * CONTRAST_MARGIN;
  const right = wholePatches(width);
  const bottom = wholePatches(height);
  for (let y = 0, o = 0; y < side; y++) {
    const row = clampTo(top + y - CONTRAST_MARGIN, bottom) * width;
    for (let x = 0; x < side; x++, o++) {
      full.padded[o] = data[row + clampTo(left + x - CONTRAST_MARGIN, right)]!;
    }
  }
}

/** Weights of MATLAB's imresize by ½: a cubic (a = −½) stretched twofold, 8 samples. */
function halvingTaps(): Float64Array {
  const weight = (distance: number): number => {
    const x = distance / 2;
    return x <= 1 ? 1.5 * x ** 3 - 2.5 * x * x + 1 : -0.5 * x ** 3 + 2.5 * x * x - 4 * x + 2;
  };
  const weights = Float64Array.from({ length: 8 }, (_, i) => weight(Math.abs(i - 3.5)));
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}

/** Index mirrored into [0, size), the edge sample repeated. */
function mirrorEdge(index: number, size: number): number {
  const folded = ((index % (2 * size)) + 2 * size) % (2 * size);
  return folded < size ? folded : 2 * size - 1 - folded;
}

const HALF_SIDE = HALF_SIZE + 2 * CONTRAST_MARGIN;
const ROWS_READ = 2 * HALF_SIDE + 6;
const thinned = new Float64Array(ROWS_READ * HALF_SIDE);

function readHalf({ width, height, data }: Plane, left: number, top: number): void {
  const right = wholePatches(width);
  const bottom = wholePatches(height);
  const firstRow = 2 * (top - CONTRAST_MARGIN) - 3;
  for (let y = 0, o = 0; y < ROWS_READ; y++) {
    const row = mirrorEdge(firstRow + y, bottom) * width;
    for (let x = 0; x < HALF_SIDE; x++, o++) {
      const first = 2 * clampTo(left + x - CONTRAST_MARGIN, right >> 1) - 3;
      let sum = 0;
      if (first >= 0 && first + 8 <= right) {
        for (let k = 0, i = row + first; k < 8; k++, i++) sum += cubic[k]! * data[i]!;
      } else {
        for (let k = 0; k < 8; k++) sum += cubic[k]! * data[row + mirrorEdge(first + k, right)]!;
      }
      thinned[o] = sum;
    }
  }
  for (let y = 0, o = 0; y < HALF_SIDE; y++) {
    const halfRow = clampTo(top + y - CONTRAST_MARGIN, bottom >> 1);
    const start = (2 * halfRow - 3 - firstRow) * HALF_SIDE;
    for (let x = 0; x < HALF_SIDE; x++, o++) {
      let sum = 0;
      for (let k = 0, i = start + x; k < 8; k++, i += HALF_SIDE) sum += cubic[k]! * thinned[i]!;
      half.padded[o] = sum;
    }
  }
}

/** @returns false where a distribution has no shape */
function scaleFeatures(buffers: ContrastBuffers, out: Float64Array, offset: number): boolean {
  const { size, normalised } = buffers;
  const whole = asymmetricShapeOf(productSums(normalised, size, undefined));
  if (whole === undefined) return false;
  out[offset] = whole.alpha;
  out[offset + 1] = (whole.betaLeft + whole.betaRight) / 2;
  let at = offset + 2;
  for (const shift of SHIFTS) {
    const shape = asymmetricShapeOf(productSums(normalised, size, shift));
    if (shape === undefined) return false;
    out[at++] = shape.alpha;
    out[at++] = meanOfShape(shape);
    out[at++] = shape.betaLeft;
    out[at++] = shape.betaRight;
  }
  return true;
}

/** Sums over the samples, or over their products with the circularly shifted samples. */
function productSums(
  samples: Float64Array,
  size: number,
  shift: readonly [number, number] | undefined,
) {
  let sumAbs = 0;
  let squares = 0;
  let signedSquares = 0;
  let countNegative = 0;
  let countPositive = 0;
  for (let y = 0; y < size; y++) {
    const row = y * size;
    const otherRow = shift === undefined ? row : ((y - shift[0] + size) % size) * size;
    for (let x = 0; x < size; x++) {
      const sample = samples[row + x]!;
      let value = sample;
      if (shift !== undefined) {
        let other = x - shift[1];
        if (other < 0) other += size;
        else if (other >= size) other -= size;
        value = sample * samples[otherRow + other]!;
      }
      const absolute = Math.abs(value);
      sumAbs += absolute;
      squares += value * value;
      signedSquares += value * absolute;
      countNegative += Number(value < 0);
      countPositive += Number(value > 0);
    }
  }
  return {
    count: size * size,
    countNegative,
    countPositive,
    sumAbs,
    squaresNegative: (squares - signedSquares) / 2,
    squaresPositive: (squares + signedSquares) / 2,
  };
}
