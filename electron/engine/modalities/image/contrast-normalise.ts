// N = (I − μ)/s, one row at a time, so that a picture of any size needs seven rows of memory.
import { flatResiduals, fusedMean } from './fused-mean.ts';
import type { Plane } from '../../media/decode/colour-image.ts';

const RADIUS = 3; // 7 × 7 window, gq-official.md, image, step 3
const SIGMA = 1.16; // same
const TAPS = 2 * RADIUS + 1;
const MIN_DEVIATION = 1; // same: deviations below 1 are set to 1

const FLAT_BELOW = 1e-5; // one pixel of 49 that differs by 1 has a variance of 1.6e-4 or more

const BALANCED_BELOW = 1e-10; // |I − μ| that is rounding: greys and taps are never that near otherwise

const kernel = gaussianKernel();
const residuals = flatResiduals(kernel);

/** Weights as OpenCV 4.6 makes them (getGaussianKernelBitExact). */
function gaussianKernel(): Float64Array {
  const scale = -0.5 / (SIGMA * SIGMA);
  const ulpUp = 1 + Number.EPSILON; // OpenCV's software exp ends one step higher for these two
  const half = [Math.exp(9 * scale) * ulpUp, Math.exp(4 * scale) * ulpUp, Math.exp(scale), 1];
  const factor = 1 / ((half[0]! + half[1]! + half[2]!) * 2 + 1);
  return Float64Array.from([0, 1, 2, 3, 2, 1, 0], (i) => half[i]! * factor);
}

/** Index mirrored into [0, size) without repeating the edge (reflect-101), for any distance. */
export function mirror(index: number, size: number): number {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const folded = ((index % period) + period) % period;
  return folded < size ? folded : period - folded;
}

/** Filtered rows of the plane and of its square, as the column pass reads them. */
interface FilteredRows {
  readonly mean: Float64Array[];
  readonly square: Float64Array[];
}

/**
 * Calls `onRow` with each row of N from the top. The row's buffer is used again two rows later; it
 * is padded by one sample at each end, N[0] = last and N[width + 1] = first (circular).
 */
export function normaliseRows(plane: Plane, onRow: (row: Float64Array, y: number) => void): void {
  const { width, height } = plane;
  const buffer = () => Array.from({ length: TAPS }, () => new Float64Array(width));
  const filtered: FilteredRows = { mean: buffer(), square: buffer() };
  const padded = new Float64Array(width + 2 * RADIUS);
  const rows = [new Float64Array(width + 2), new Float64Array(width + 2)];
  const held = new Int32Array(TAPS).fill(-1);

  for (let y = 0; y < height; y++) {
    for (let d = -RADIUS; d <= RADIUS; d++) {
      const source = mirror(y + d, height);
      const slot = source % TAPS;
      if (held[slot] === source) continue;
      held[slot] = source;
      filterRow(plane, source, padded, filtered.mean[slot]!, filtered.square[slot]!);
    }
    const row = rows[y & 1]!;
    filterColumns(plane, y, filtered, row);
    row[0] = row[width]!;
    row[width + 1] = row[1]!;
    onRow(row, y);
  }
}

function filterRow(
  { width, data }: Plane,
  y: number,
  padded: Float64Array,
  mean: Float64Array,
  square: Float64Array,
): void {
  const start = y * width;
  for (let x = 0; x < width; x++) padded[x + RADIUS] = data[start + x]!;
  for (let d = 1; d <= RADIUS; d++) {
    padded[RADIUS - d] = data[start + mirror(-d, width)]!;
    padded[RADIUS + width - 1 + d] = data[start + mirror(width - 1 + d, width)]!;
  }
  const k0 = kernel[0]!;
  const k1 = kernel[1]!;
  const k2 = kernel[2]!;
  const k3 = kernel[3]!;
  for (let x = 0; x < width; x++) {
    const a = padded[x]!;
    const b = padded[x + 1]!;
    const c = padded[x + 2]!;
    const d = padded[x + 3]!;
    const e = padded[x + 4]!;
    const f = padded[x + 5]!;
    const g = padded[x + 6]!;
    mean[x] = k0 * a + k1 * b + k2 * c + k3 * d + k2 * e + k1 * f + k0 * g;
    square[x] = k0 * (a * a + g * g) + k1 * (b * b + f * f) + k2 * (c * c + e * e) + k3 * (d * d);
  }
}

function filterColumns(plane: Plane, y: number, filtered: FilteredRows, out: Float64Array): void {
  const { width, height, data } = plane;
  const slot = (d: number) => mirror(y + d, height) % TAPS;
  const [m0, m1, m2, m3, m4, m5, m6] = rowsAt(filtered.mean, slot);
  const [s0, s1, s2, s3, s4, s5, s6] = rowsAt(filtered.square, slot);
  const k0 = kernel[0]!;
  const k1 = kernel[1]!;
  const k2 = kernel[2]!;
  const k3 = kernel[3]!;
  const start = y * width;
  for (let x = 0; x < width; x++) {
    const mean =
      k3 * m3[x]! + k2 * (m4[x]! + m2[x]!) + k1 * (m5[x]! + m1[x]!) + k0 * (m6[x]! + m0[x]!);
    const square =
      k3 * s3[x]! + k2 * (s4[x]! + s2[x]!) + k1 * (s5[x]! + s1[x]!) + k0 * (s6[x]! + s0[x]!);
    const grey = data[start + x]!;
    const variance = Math.abs(square - mean * mean);
    let difference = grey - mean;
    if (variance < FLAT_BELOW) difference = residuals[grey]!;
    else if (Math.abs(difference) < BALANCED_BELOW) difference = grey - fusedMeanAt(plane, x, y);
    out[x + 1] = difference / Math.max(Math.sqrt(variance), MIN_DEVIATION);
  }
}

function fusedMeanAt(plane: Plane, x: number, y: number): number {
  return fusedMean(
    plane,
    kernel,
    (d) => mirror(x + d, plane.width),
    (d) => mirror(y + d, plane.height),
  );
}

type Seven = [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

const rowsAt = (rows: Float64Array[], slot: (d: number) => number): Seven => {
  const at = (d: number) => rows[slot(d)]!;
  return [at(-3), at(-2), at(-1), at(0), at(1), at(2), at(3)];
};
