import type { MediaFacts } from '../../../../shared/model/media.ts';
import { sizeOf } from '../View.tsx';
import type { Size } from '../zoom.ts';

/** A decoded picture. */
export interface LoadedPicture {
  readonly image: HTMLImageElement;
  readonly size: Size;
}

/**
 * Decodes a picture so that its pixels may be read. An SVG stays in its <img>, where it can run nothing.
 *
 * @throws Error with a sentence
 */
export async function loadPicture(
  url: string,
  facts: MediaFacts | undefined,
): Promise<LoadedPicture> {
  const image = new Image();
  image.crossOrigin = 'anonymous'; // the desktop serves media from an origin of its own
  image.src = url;
  try {
    await image.decode();
  } catch {
    image.removeAttribute('src');
    throw new Error('The browser does not know this format, or the data are damaged.');
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  // a drawing may have no size of its own
  const size = width > 0 && height > 0 ? { width, height } : sizeOf(facts);
  return { image, size: size ?? { width: 300, height: 150 } };
}

/** Lets go of the decoded pixels. */
export const releasePicture = ({ image }: LoadedPicture): void => image.removeAttribute('src');
