import { regularisedGammaQ } from './gamma.ts';

/** P(Z ≤ z) of the standard normal distribution; about 1e-14 right, also far out in the tails. */
export function normalCdf(z: number): number {
  return z < 0 ? normalTail(-z) : 1 - normalTail(z);
}

/** P(Z > z) for z ≥ 0, without losing digits where it is small. */
export function normalTail(z: number): number {
  if (z === 0) return 0.5;
  return regularisedGammaQ(0.5, (z * z) / 2) / 2;
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const;
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const;
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
] as const;
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const;
const TAIL = 0.02425;

/**
 * The z below which a share of the standard normal distribution lies.
 *
 * @param share  in (0, 1); -Infinity and Infinity at its ends
 * @source P. J. Acklam's rational approximation, then one step of Halley's method
 */
export function normalQuantile(share: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  const rough = roughQuantile(share);
  const error = normalCdf(rough) - share;
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((rough * rough) / 2);
  return rough - step / (1 + (rough * step) / 2);
}

function roughQuantile(share: number): number {
  if (share > 1 - TAIL) return -roughQuantile(1 - share);
  if (share < TAIL) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(C, q) / (polynomial(D, q) * q + 1);
  }
  const q = share - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / (polynomial(B, r) * r + 1);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
