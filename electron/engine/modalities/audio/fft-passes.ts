// The passes of the Stockham FFT, written out: these loops are where the audio score spends its time.

/** Factors e^(−2πj·p·m/length) of a pass: for each p, cosine and sine for m = 1 … radix − 1. */
export function twiddlesOf(length: number, radix: number): Float64Array {
  const groups = length / radix;
  const row = 2 * (radix - 1);
  const out = new Float64Array(groups * row);
  for (let p = 0; p < groups; p++) {
    for (let m = 1; m < radix; m++) {
      const angle = (-2 * Math.PI * p * m) / length;
      out[p * row + 2 * m - 2] = Math.cos(angle);
      out[p * row + 2 * m - 1] = Math.sin(angle);
    }
  }
  return out;
}

/** Joins four points at a time where neighbours in memory belong to different groups (stride 1). */
export function firstPassOfFour(
  xRe: Float64Array,
  xIm: Float64Array,
  yRe: Float64Array,
  yIm: Float64Array,
  length: number,
  twiddles: Float64Array,
): void {
  const quarter = length >> 2;
  for (let i = 0, o = 0, w = 0; i < quarter; i++, o += 4, w += 6) {
    const aRe = xRe[i]!;
    const aIm = xIm[i]!;
    const bRe = xRe[i + quarter]!;
    const bIm = xIm[i + quarter]!;
    const cRe = xRe[i + 2 * quarter]!;
    const cIm = xIm[i + 2 * quarter]!;
    const dRe = xRe[i + 3 * quarter]!;
    const dIm = xIm[i + 3 * quarter]!;
    const sumRe = aRe + cRe;
    const sumIm = aIm + cIm;
    const difRe = aRe - cRe;
    const difIm = aIm - cIm;
    const oddRe = bRe + dRe;
    const oddIm = bIm + dIm;
    const turnRe = bIm - dIm; // −j·(b − d)
    const turnIm = dRe - bRe;
    yRe[o] = sumRe + oddRe;
    yIm[o] = sumIm + oddIm;
    const re1 = difRe + turnRe;
    const im1 = difIm + turnIm;
    const c1 = twiddles[w]!;
    const s1 = twiddles[w + 1]!;
    yRe[o + 1] = re1 * c1 - im1 * s1;
    yIm[o + 1] = re1 * s1 + im1 * c1;
    const re2 = sumRe - oddRe;
    const im2 = sumIm - oddIm;
    const c2 = twiddles[w + 2]!;
    const s2 = twiddles[w + 3]!;
    yRe[o + 2] = re2 * c2 - im2 * s2;
    yIm[o + 2] = re2 * s2 + im2 * c2;
    const re3 = difRe - turnRe;
    const im3 = difIm - turnIm;
    const c3 = twiddles[w + 4]!;
    const s3 = twiddles[w + 5]!;
    yRe[o + 3] = re3 * c3 - im3 * s3;
    yIm[o + 3] = re3 * s3 + im3 * c3;
  }
}

/** Joins four points at a time; groups lie `stride` apart. */
export function passOfFour(
  xRe: Float64Array,
  xIm: Float64Array,
  yRe: Float64Array,
  yIm: Float64Array,
  length: number,
  stride: number,
  twiddles: Float64Array,
): void {
  const quarter = length >> 2;
  const jump = quarter * stride;
  turnlessGroup(xRe, xIm, yRe, yIm, jump, stride);
  for (let p = 1; p < quarter; p++) {
    const c1 = twiddles[6 * p]!;
    const s1 = twiddles[6 * p + 1]!;
    const c2 = twiddles[6 * p + 2]!;
    const s2 = twiddles[6 * p + 3]!;
    const c3 = twiddles[6 * p + 4]!;
    const s3 = twiddles[6 * p + 5]!;
    let o = 4 * p * stride;
    for (let i = p * stride, end = i + stride; i < end; i++, o++) {
      const aRe = xRe[i]!;
      const aIm = xIm[i]!;
      const bRe = xRe[i + jump]!;
      const bIm = xIm[i + jump]!;
      const cRe = xRe[i + 2 * jump]!;
      const cIm = xIm[i + 2 * jump]!;
      const dRe = xRe[i + 3 * jump]!;
      const dIm = xIm[i + 3 * jump]!;
      const sumRe = aRe + cRe;
      const sumIm = aIm + cIm;
      const difRe = aRe - cRe;
      const difIm = aIm - cIm;
      const oddRe = bRe + dRe;
      const oddIm = bIm + dIm;
      const turnRe = bIm - dIm;
      const turnIm = dRe - bRe;
      yRe[o] = sumRe + oddRe;
      yIm[o] = sumIm + oddIm;
      const re1 = difRe + turnRe;
      const im1 = difIm + turnIm;
      yRe[o + stride] = re1 * c1 - im1 * s1;
      yIm[o + stride] = re1 * s1 + im1 * c1;
      const re2 = sumRe - oddRe;
      const im2 = sumIm - oddIm;
      yRe[o + 2 * stride] = re2 * c2 - im2 * s2;
      yIm[o + 2 * stride] = re2 * s2 + im2 * c2;
      const re3 = difRe - turnRe;
      const im3 = difIm - turnIm;
      yRe[o + 3 * stride] = re3 * c3 - im3 * s3;
      yIm[o + 3 * stride] = re3 * s3 + im3 * c3;
    }
  }
}

/** The first group of a pass, whose factors are all 1; in the last pass it is the only one. */
function turnlessGroup(
  xRe: Float64Array,
  xIm: Float64Array,
  yRe: Float64Array,
  yIm: Float64Array,
  jump: number,
  stride: number,
): void {
  for (let i = 0; i < stride; i++) {
    const aRe = xRe[i]!;
    const aIm = xIm[i]!;
    const bRe = xRe[i + jump]!;
    const bIm = xIm[i + jump]!;
    const cRe = xRe[i + 2 * jump]!;
    const cIm = xIm[i + 2 * jump]!;
    const dRe = xRe[i + 3 * jump]!;
    const dIm = xIm[i + 3 * jump]!;
    const sumRe = aRe + cRe;
    const sumIm = aIm + cIm;
    const difRe = aRe - cRe;
    const difIm = aIm - cIm;
    const oddRe = bRe + dRe;
    const oddIm = bIm + dIm;
    const turnRe = bIm - dIm;
    const turnIm = dRe - bRe;
    yRe[i] = sumRe + oddRe;
    yIm[i] = sumIm + oddIm;
    yRe[i + stride] = difRe + turnRe;
    yIm[i + stride] = difIm + turnIm;
    yRe[i + 2 * stride] = sumRe - oddRe;
    yIm[i + 2 * stride] = sumIm - oddIm;
    yRe[i + 3 * stride] = difRe - turnRe;
    yIm[i + 3 * stride] = difIm - turnIm;
  }
}

/** Joins pairs; only ever the last pass, so there are no factors. */
export function passOfTwo(
  xRe: Float64Array,
  xIm: Float64Array,
  yRe: Float64Array,
  yIm: Float64Array,
  stride: number,
): void {
  for (let q = 0; q < stride; q++) {
    const aRe = xRe[q]!;
    const aIm = xIm[q]!;
    const bRe = xRe[q + stride]!;
    const bIm = xIm[q + stride]!;
    yRe[q] = aRe + bRe;
    yIm[q] = aIm + bIm;
    yRe[q + stride] = aRe - bRe;
    yIm[q + stride] = aIm - bIm;
  }
}

const COS_1 = Math.cos((2 * Math.PI) / 5);
const COS_2 = Math.cos((4 * Math.PI) / 5);
const SIN_1 = Math.sin((2 * Math.PI) / 5);
const SIN_2 = Math.sin((4 * Math.PI) / 5);

/** Joins five points at a time (Winograd's sums without his last savings). */
export function passOfFive(
  xRe: Float64Array,
  xIm: Float64Array,
  yRe: Float64Array,
  yIm: Float64Array,
  length: number,
  stride: number,
  twiddles: Float64Array,
): void {
  const fifth = length / 5;
  const jump = fifth * stride;
  for (let p = 0; p < fifth; p++) {
    for (let q = 0; q < stride; q++) {
      const i = p * stride + q;
      const o = 5 * p * stride + q;
      const re0 = xRe[i]!;
      const im0 = xIm[i]!;
      const sumRe1 = xRe[i + jump]! + xRe[i + 4 * jump]!;
      const sumIm1 = xIm[i + jump]! + xIm[i + 4 * jump]!;
      const difRe1 = xRe[i + jump]! - xRe[i + 4 * jump]!;
      const difIm1 = xIm[i + jump]! - xIm[i + 4 * jump]!;
      const sumRe2 = xRe[i + 2 * jump]! + xRe[i + 3 * jump]!;
      const sumIm2 = xIm[i + 2 * jump]! + xIm[i + 3 * jump]!;
      const difRe2 = xRe[i + 2 * jump]! - xRe[i + 3 * jump]!;
      const difIm2 = xIm[i + 2 * jump]! - xIm[i + 3 * jump]!;
      yRe[o] = re0 + sumRe1 + sumRe2;
      yIm[o] = im0 + sumIm1 + sumIm2;
      const evenRe1 = re0 + COS_1 * sumRe1 + COS_2 * sumRe2;
      const evenIm1 = im0 + COS_1 * sumIm1 + COS_2 * sumIm2;
      const oddRe1 = SIN_1 * difIm1 + SIN_2 * difIm2;
      const oddIm1 = -SIN_1 * difRe1 - SIN_2 * difRe2;
      const evenRe2 = re0 + COS_2 * sumRe1 + COS_1 * sumRe2;
      const evenIm2 = im0 + COS_2 * sumIm1 + COS_1 * sumIm2;
      const oddRe2 = SIN_2 * difIm1 - SIN_1 * difIm2;
      const oddIm2 = -SIN_2 * difRe1 + SIN_1 * difRe2;
      const w = 8 * p;
      turn(yRe, yIm, o + stride, evenRe1 + oddRe1, evenIm1 + oddIm1, twiddles, w);
      turn(yRe, yIm, o + 2 * stride, evenRe2 + oddRe2, evenIm2 + oddIm2, twiddles, w + 2);
      turn(yRe, yIm, o + 3 * stride, evenRe2 - oddRe2, evenIm2 - oddIm2, twiddles, w + 4);
      turn(yRe, yIm, o + 4 * stride, evenRe1 - oddRe1, evenIm1 - oddIm1, twiddles, w + 6);
    }
  }
}

function turn(
  yRe: Float64Array,
  yIm: Float64Array,
  at: number,
  re: number,
  im: number,
  twiddles: Float64Array,
  w: number,
): void {
  const cos = twiddles[w]!;
  const sin = twiddles[w + 1]!;
  yRe[at] = re * cos - im * sin;
  yIm[at] = re * sin + im * cos;
}
