// True NIQE: how far a picture's local statistics lie from those of photographs without distortion.
import type { Plane } from '../../../media/decode/colour-image.ts';
import { gaussianDistance, gaussianOf, type Gaussian } from './gaussian-distance.ts';
import { PATCH_SIZE, patchFeatures } from './niqe-patch.ts';
import { pristineGaussian } from './pristine-gaussian.ts';

/** More patches are sampled evenly: 9.4 million pixels are looked at in full. */
export const MAX_PATCHES = 1024;
const MIN_PATCHES = 2; // a covariance needs two

/** NIQE of a picture, or why there is none; `patches` of `patchesInPicture` were used. */
export interface NiqeOutcome {
  /** 0 and more, lower is better; photographs without distortion lie at about 3. */
  readonly value: number | undefined;
  readonly patches: number;
  readonly patchesInPicture: number;
  readonly notes: readonly string[];
}

/**
 * Natural Image Quality Evaluator.
 *
 * @param grey  0..255, at the original size
 * @source Mittal, Soundararajan, Bovik: Making a "completely blind" image quality analyzer, IEEE SPL
 *   20(3), 2013, and computequality.m of its release. We differ: the pristine model is our own
 *   (assets/make-niqe-model), and pictures of more than 1,024 patches are sampled.
 */
export function niqe(grey: Plane, pristine: Gaussian = pristineGaussian()): NiqeOutcome {
  const columns = Math.floor(grey.width / PATCH_SIZE);
  const total = columns * Math.floor(grey.height / PATCH_SIZE);
  if (total < MIN_PATCHES) {
    const notes = [`No NIQE: it needs two patches of ${PATCH_SIZE} × ${PATCH_SIZE} pixels.`];
    return { value: undefined, patches: 0, patchesInPicture: total, notes };
  }
  const taken = Math.min(total, MAX_PATCHES);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < taken; i++) {
    const index = Math.floor(((i + 0.5) * total) / taken);
    const top = Math.floor(index / columns) * PATCH_SIZE;
    const patch = patchFeatures(grey, (index % columns) * PATCH_SIZE, top);
    if (patch !== undefined) vectors.push(patch.features);
  }
  const patches = vectors.length;
  if (patches < MIN_PATCHES) {
    const notes = ['No NIQE: fewer than two patches hold any structure.'];
    return { value: undefined, patches, patchesInPicture: total, notes };
  }
  const notes = taken < total ? [`NIQE of ${taken} of ${total} patches, evenly spread.`] : [];
  if (patches < taken) notes.push(`NIQE leaves out ${leftOut(taken - patches)} without structure.`);
  const value = gaussianDistance(pristine, gaussianOf(vectors));
  return { value, patches, patchesInPicture: total, notes };
}

const leftOut = (patches: number): string => (patches === 1 ? 'one patch' : `${patches} patches`);
