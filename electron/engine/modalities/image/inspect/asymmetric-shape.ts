// Shape of an asymmetric generalised Gaussian from six moments, as the official NIQE code estimates it.
import { lnGamma } from '../ln-gamma.ts';
import { nearestIndex } from '../nearest-index.ts';

const GRID_START = 0.2; // estimateaggdparam.m: gam = 0.2:0.001:10
const GRID_STEP = 0.001; // same
const GRID_SIZE = 9801; // same

/** Shape α and the two scales; of a symmetric sample both scales are the same. */
export interface AsymmetricShape {
  readonly alpha: number;
  readonly betaLeft: number;
  readonly betaRight: number;
}

/** Sums over a sample x from which its shape is read. */
export interface SampleSums {
  readonly count: number;
  readonly countNegative: number;
  readonly countPositive: number;
  readonly sumAbs: number;
  /** Σ x² of the values below 0. */
  readonly squaresNegative: number;
  /** Σ x² of the values above 0. */
  readonly squaresPositive: number;
}

const alphaAt = (index: number): number => GRID_START + index * GRID_STEP;
// Γ(2/α)² / (Γ(1/α)·Γ(3/α)) rises with α
const ratios = Float64Array.from({ length: GRID_SIZE }, (_, index) => {
  const alpha = alphaAt(index);
  return Math.exp(2 * lnGamma(2 / alpha) - lnGamma(1 / alpha) - lnGamma(3 / alpha));
});

/**
 * Moment-matching estimate of Lasmar, Stitou and Berthoumieu (2009).
 *
 * @returns undefined where one side of the sample is empty, as in a flat picture
 * @source Mittal, Soundararajan, Bovik 2013, section II.B; estimateaggdparam.m of its release
 */
export function asymmetricShapeOf(sums: SampleSums): AsymmetricShape | undefined {
  const { count, countNegative, countPositive, squaresNegative, squaresPositive } = sums;
  if (!(squaresNegative > 0) || !(squaresPositive > 0)) return undefined;
  const left = Math.sqrt(squaresNegative / countNegative);
  const right = Math.sqrt(squaresPositive / countPositive);
  const g = left / right;
  const meanAbs = sums.sumAbs / count;
  const ratio = (meanAbs * meanAbs) / ((squaresNegative + squaresPositive) / count);
  const matched = (ratio * (g ** 3 + 1) * (g + 1)) / (g * g + 1) ** 2;
  const alpha = alphaAt(nearestIndex(ratios, matched));
  const scale = Math.exp((lnGamma(1 / alpha) - lnGamma(3 / alpha)) / 2);
  return { alpha, betaLeft: left * scale, betaRight: right * scale };
}

/** Mean of the products' distribution: (βr − βl)·Γ(2/α)/Γ(1/α). */
export const meanOfShape = ({ alpha, betaLeft, betaRight }: AsymmetricShape): number =>
  (betaRight - betaLeft) * Math.exp(lnGamma(2 / alpha) - lnGamma(1 / alpha));
