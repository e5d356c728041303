import type { ColourImage } from '../../../media/decode/colour-image.ts';
import { unscored } from '../../../media/decode/decoded.ts';
import type { InspectionOutcome } from '../../define-inspection.ts';
import { greyPlane } from '../grey.ts';
import { blockinessOf } from './blockiness.ts';
import { edgeWidthsOf } from './edge-width.ts';
import { figuresOf, type Measured } from './figures.ts';
import { findingsOf } from './findings.ts';
import { fineDetailOf } from './fine-detail.ts';
import { laplacianVariance } from './laplacian.ts';
import { niqe } from './niqe.ts';
import { noiseLevel } from './noise.ts';
import { tonesOf } from './tones.ts';

export const IMAGE_INSPECTION_VERSION = 1;

const MIN_SIDE = 3; // the Laplacian's window

/**
 * What stands beside the official score of a picture. Every figure says its unit and range; one that
 * does not exist for this picture has no value.
 *
 * @param image  8 bits a channel; alpha already dropped
 * @param notes  about the file, kept with the figures
 * @returns 'media-too-small' when a side has fewer than three pixels
 */
export function inspectImage(image: ColourImage, notes: readonly string[] = []): InspectionOutcome {
  const { width, height } = image;
  if (width < MIN_SIDE || height < MIN_SIDE) {
    const reason = `The picture is ${width} × ${height} pixels; both sides need at least ${MIN_SIDE}.`;
    return unscored('media-too-small', reason);
  }
  const grey = greyPlane(image);
  const tones = tonesOf(image, grey);
  const measured: Measured = {
    width,
    height,
    natural: niqe(grey),
    laplacian: laplacianVariance(grey),
    edges: edgeWidthsOf(grey, tones.contrast),
    detail: fineDetailOf(grey),
    blocks: blockinessOf(grey),
    noise: noiseLevel(grey),
    tones,
  };
  return {
    status: 'inspected',
    inspection: {
      profile: 'image',
      version: IMAGE_INSPECTION_VERSION,
      type: image.channels === 1 ? 'Grey picture' : 'Colour picture',
      figures: figuresOf(measured),
      findings: findingsOf(measured),
      notes: [...notes, ...measured.natural.notes],
    },
  };
}
