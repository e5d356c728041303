// N = (I − μ)/(σ + 1) of one square of a picture. Unlike ../contrast-normalise.ts, which follows the
// official image score, it divides by σ + 1 and knows real-valued samples.
const RADIUS = 3; // 7 × 7 window, Mittal et al. 2013, eq. 1
const TAPS = 2 * RADIUS + 1;
const SIGMA = 7 / 6; // computequality.m: fspecial('gaussian', 7, 7/6)
const STABILISER = 1; // C of eq. 1

/** Samples that a square needs around itself. */
export const CONTRAST_MARGIN = RADIUS;

const taps = Float64Array.from({ length: TAPS }, (_, i) =>
  Math.exp(-((i - RADIUS) ** 2) / (2 * SIGMA * SIGMA)),
);
const total = taps.reduce((sum, tap) => sum + tap, 0);
for (let i = 0; i < TAPS; i++) taps[i]! /= total;

/** Memory of one square size, used again for every square. */
export interface ContrastBuffers {
  readonly size: number;
  /** (size + 6)² samples, rows from the top: what is to be normalised, with its margin. */
  readonly padded: Float64Array;
  /** size² normalised samples. */
  readonly normalised: Float64Array;
  readonly rowMean: Float64Array;
  readonly rowSquare: Float64Array;
}

/** @param size  side of the square, margin not counted */
export function contrastBuffers(size: number): ContrastBuffers {
  const side = size + 2 * RADIUS;
  return {
    size,
    padded: new Float64Array(side * side),
    normalised: new Float64Array(size * size),
    rowMean: new Float64Array(side * size),
    rowSquare: new Float64Array(side * size),
  };
}

/**
 * Fills `normalised` from `padded`.
 *
 * @returns mean of σ over the square in grey levels: its sharpness in the sense of the paper
 * @source Mittal et al. 2013, eqs. 1 to 4
 */
export function normaliseContrast(buffers: ContrastBuffers): number {
  const { size, padded, normalised, rowMean, rowSquare } = buffers;
  const side = size + 2 * RADIUS;
  const [t0, t1, t2, t3] = [taps[0]!, taps[1]!, taps[2]!, taps[3]!];
  for (let y = 0; y < side; y++) {
    for (let x = 0, i = y * side, o = y * size; x < size; x++, i++, o++) {
      const a = padded[i]!;
      const b = padded[i + 1]!;
      const c = padded[i + 2]!;
      const d = padded[i + 3]!;
      const e = padded[i + 4]!;
      const f = padded[i + 5]!;
      const g = padded[i + 6]!;
      rowMean[o] = t0 * (a + g) + t1 * (b + f) + t2 * (c + e) + t3 * d;
      rowSquare[o] =
        t0 * (a * a + g * g) + t1 * (b * b + f * f) + t2 * (c * c + e * e) + t3 * d * d;
    }
  }
  const columnSum = (row: Float64Array, o: number) =>
    t0 * (row[o]! + row[o + 6 * size]!) +
    t1 * (row[o + size]! + row[o + 5 * size]!) +
    t2 * (row[o + 2 * size]! + row[o + 4 * size]!) +
    t3 * row[o + 3 * size]!;
  let sum = 0;
  for (let y = 0, o = 0; y < size; y++) {
    for (let x = 0; x < size; x++, o++) {
      const mean = columnSum(rowMean, o);
      const deviation = Math.sqrt(Math.abs(columnSum(rowSquare, o) - mean * mean));
      sum += deviation;
      const sample = padded[(y + RADIUS) * side + x + RADIUS]!;
      normalised[o] = (sample - mean) / (deviation + STABILISER);
    }
  }
  return sum / (size * size);
}
