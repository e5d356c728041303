import type { Size } from '../zoom.ts';
import { type Difference, differencePixels, type Pixels } from './difference.ts';
import { capFrame, fitInto, type FitKind, wholePixels } from './frame-fit.ts';
import type { LoadedPicture } from './load-picture.ts';

/** Longer side of the frame in which pictures are subtracted: enough to look at, quick to compute. */
const MOST_PX = 1600;

/** Draws both pictures in the frame of the first and subtracts them. */
export function computeDifference(
  base: LoadedPicture,
  other: LoadedPicture,
  kind: FitKind,
): Difference {
  const frame = capFrame(base.size, MOST_PX);
  const box = wholePixels(fitInto(other.size, frame, kind));
  return differencePixels(readPixels(base, frame, 'stretch'), readPixels(other, frame, kind), box);
}

function readPixels({ image, size }: LoadedPicture, frame: Size, kind: FitKind): Pixels {
  const canvas = document.createElement('canvas');
  canvas.width = frame.width;
  canvas.height = frame.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser gives no canvas to compare in.');
  context.imageSmoothingQuality = 'high';
  const { x, y, width, height } = fitInto(size, frame, kind);
  context.drawImage(image, x, y, width, height);
  const pixels = context.getImageData(0, 0, frame.width, frame.height);
  canvas.width = 0; // its memory at once, not when it is collected
  return pixels;
}
