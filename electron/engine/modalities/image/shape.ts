// Shape of a generalised Gaussian as the official code estimates it: nearest entry of a grid.
import { lnGamma } from './ln-gamma.ts';
import { nearestIndex } from './nearest-index.ts';

const GRID_START = 0.2; // gq-official.md, image, step 4
const GRID_STEP = 0.001; // gq-official.md, image, step 4
const GRID_USED = 1001; // up to γ = 1.2: ρ = mean|x|/rms ≤ 1 and the ratio passes 1 at γ = 1

/** Shape α and scale factor β of a sample, as the `unim` image features hold them. */
export interface Shape {
  readonly alpha: number;
  readonly beta: number;
}

const alphaAt = (index: number): number => GRID_START + index * GRID_STEP;
// rise with γ over the part that is used
const ratios = Float64Array.from({ length: GRID_USED }, (_, index) => {
  const gamma = alphaAt(index);
  return Math.exp(lnGamma(1 / gamma) - lnGamma(2 / gamma));
});
const EMPTY_SHAPE: Shape = { alpha: 1, beta: 0.1 }; // gq-official.md, image, step 4

/**
 * Shape of a sample from two of its moments.
 *
 * @param meanAbs  mean of |x|, at least 0
 * @param rms  root of the mean of x²; 0 gives the fixed shape (1, 0.1)
 * @source gq-official.md, image, step 4: the γ whose Γ(1/γ)²/(Γ(2/γ)·Γ(1/γ)) is nearest mean|x|/rms
 */
export function shapeOf(meanAbs: number, rms: number): Shape {
  if (!(rms > 0)) return EMPTY_SHAPE;
  const alpha = alphaAt(nearestIndex(ratios, meanAbs / rms));
  return { alpha, beta: Math.sqrt(Math.exp(lnGamma(1 / alpha) - lnGamma(3 / alpha))) };
}
