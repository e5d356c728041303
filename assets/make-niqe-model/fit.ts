import {
  gaussianOf,
  type Gaussian,
} from '../../electron/engine/modalities/image/inspect/gaussian-distance.ts';
import {
  PATCH_SIZE,
  patchFeatures,
  type PatchFeatures,
} from '../../electron/engine/modalities/image/inspect/niqe-patch.ts';
import type { Photograph } from './photograph.ts';

/** Patches below this share of their picture's sharpest one are left out. */
const SHARP_SHARE = 0.75; // Mittal et al. 2013, section II.A; estimatemodelparam.m

/** How many patches of a photograph entered the model. */
interface Use {
  readonly photograph: Photograph;
  readonly patches: number;
}

/** The Gaussian of all sharp patches of all photographs. */
export function fitModel(photographs: readonly Photograph[]): {
  readonly model: Gaussian;
  readonly used: readonly Use[];
} {
  const vectors: Float64Array[] = [];
  const used = photographs.map((photograph): Use => {
    const sharp = sharpPatches(photograph);
    vectors.push(...sharp.map(({ features }) => features));
    return { photograph, patches: sharp.length };
  });
  return { model: gaussianOf(vectors), used };
}

function sharpPatches({ grey }: Photograph): PatchFeatures[] {
  const patches: PatchFeatures[] = [];
  for (let top = 0; top + PATCH_SIZE <= grey.height; top += PATCH_SIZE) {
    for (let left = 0; left + PATCH_SIZE <= grey.width; left += PATCH_SIZE) {
      const patch = patchFeatures(grey, left, top);
      if (patch !== undefined) patches.push(patch);
    }
  }
  const sharpest = Math.max(...patches.map(({ sharpness }) => sharpness));
  return patches.filter(({ sharpness }) => sharpness > SHARP_SHARE * sharpest);
}
