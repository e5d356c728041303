// The official OpenCV adds with fused multiply-add, which JavaScript lacks. That matters where I − μ
// is rounding and nothing else: in flat windows, and where a window is balanced about its centre.
// There the sign of the rounding decides which set a product belongs to, so those few means are
// made again here as OpenCV makes them; everywhere else the difference is below 1e-13.
import type { Plane } from '../../media/decode/colour-image.ts';

/** a·b + c with one rounding (Dekker's exact product, Knuth's exact sum; binary64). */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const aScaled = 134217729 * a; // 2^27 + 1, Veltkamp's split
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = 134217729 * b; // 2^27 + 1
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  const productError = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  const sum = product + c;
  const back = sum - product;
  const sumError = product - (sum - back) + (c - back);
  return sum + (sumError + productError);
}

/** Taps in order, as OpenCV 4.6's RowFilter adds them. */
function rowMean(kernel: Float64Array, pixels: Float64Array): number {
  let sum = kernel[0]! * pixels[0]!;
  for (let i = 1; i < 7; i++) sum = fusedMultiplyAdd(kernel[i]!, pixels[i]!, sum);
  return sum;
}

/** From the centre outwards, as OpenCV 4.6's SymmColumnFilter adds them. */
function columnMean(kernel: Float64Array, rows: Float64Array): number {
  let sum = kernel[3]! * rows[3]!;
  for (let d = 1; d <= 3; d++) {
    sum = fusedMultiplyAdd(kernel[3 + d]!, rows[3 + d]! + rows[3 - d]!, sum);
  }
  return sum;
}

/**
 * I − μ of a window whose pixels are all equal, for each grey 0..255.
 *
 * @param kernel  seven taps, symmetric
 */
export function flatResiduals(kernel: Float64Array): Float64Array {
  return Float64Array.from({ length: 256 }, (_, grey) => {
    const row = rowMean(kernel, new Float64Array(7).fill(grey));
    return grey - columnMean(kernel, new Float64Array(7).fill(row));
  });
}

const rows = new Float64Array(7);
const pixels = new Float64Array(7);

/**
 * Weighted mean of the 7 × 7 window about a pixel.
 *
 * @param columnOf  column of the plane for x − 3 … x + 3, mirrored at the edges
 * @param rowOf  likewise for rows
 */
export function fusedMean(
  { width, data }: Plane,
  kernel: Float64Array,
  columnOf: (d: number) => number,
  rowOf: (d: number) => number,
): number {
  for (let j = 0; j < 7; j++) {
    const start = rowOf(j - 3) * width;
    for (let i = 0; i < 7; i++) pixels[i] = data[start + columnOf(i - 3)]!;
    rows[j] = rowMean(kernel, pixels);
  }
  return columnMean(kernel, rows);
}
