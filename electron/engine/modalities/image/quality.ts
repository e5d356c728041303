// "Simplified BRISQUE", the image score behind the published numbers. Its authors call it a
// placeholder; it is kept exactly, and what it is worth stands beside it.
import type { ColourImage } from '../../media/decode/colour-image.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { type Figure, type QualityOutcome, scoredOf } from '../define.ts';
import { greyPlane } from './grey.ts';
import { halfGreyPlane } from './half-scale.ts';
import { FEATURE_NAMES, scaleFeatures } from './scale-features.ts';

export const IMAGE_QUALITY_VERSION = 1;

const MIN_SIDE = 2; // the half scale must hold a pixel
const PENALTY_FACTOR = 20; // gq-official.md, image, step 6

/**
 * Official image score of a decoded picture.
 *
 * @param image  8 bits a channel; alpha already dropped
 * @param notes  about the file, kept with the score
 * @returns 'media-too-small' when a side has fewer than two pixels
 * @source gq-official.md, image
 */
export function scoreImage(image: ColourImage, notes: readonly string[] = []): QualityOutcome {
  const { width, height } = image;
  if (width < MIN_SIDE || height < MIN_SIDE) {
    const reason = `The picture is ${width} × ${height} pixels; both sides need at least ${MIN_SIDE}.`;
    return unscored('media-too-small', reason);
  }
  const scales = [scaleFeatures(greyPlane(image)), scaleFeatures(halfGreyPlane(image))];
  const features = scales.flatMap((scale) => [...scale.features]);
  const d = features.reduce((sum, feature) => sum + Math.abs(feature - 1), 0) / features.length;
  const penalty = Math.min(Math.max(PENALTY_FACTOR * d, 0), 100);
  const components: Record<string, Figure> = {
    d: {
      value: d,
      unit: '',
      range: [0, 5],
      note: 'Mean distance of the 60 features from 1; 20·d is taken from 100.',
    },
  };
  scales.forEach((scale, index) => {
    scale.features.forEach((value, i) => {
      components[`${FEATURE_NAMES[i]!}, scale ${index + 1}`] = featureFigure(i, value);
    });
    components[`rms of N, scale ${index + 1}`] = {
      value: scale.mscnRms,
      unit: '',
      range: [0, 255],
      role: 'diagnostic',
    };
  });
  return scoredOf({
    profile: 'unim',
    version: IMAGE_QUALITY_VERSION,
    score: 100 - penalty,
    components,
    notes,
  });
}

function featureFigure(index: number, value: number): Figure {
  const name = FEATURE_NAMES[index]!;
  if (name.startsWith('α')) return { value, unit: '', range: [0.2, 10] };
  if (name.startsWith('β')) return { value, unit: '', range: [0, 1] };
  return { value, unit: '', range: [-65025, 65025] };
}
