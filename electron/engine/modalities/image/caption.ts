import sharp, { type Sharp } from 'sharp';
import type { ChatPart } from '../../judges/define.ts';
import { type Unscored, unscored } from '../../media/decode/decoded.ts';
import { reasonOf } from '../../media/decode/file-check.ts';
import { checkPicture } from '../../media/decode/image.ts';
import { type CaptionPreparer, formatCount, formatPixels } from '../caption-input.ts';
import { spreadEvenly } from '../spread-evenly.ts';

const TIMEOUT_SECONDS = 60;
const JPEG_QUALITY = 88;

/** The picture, no larger than the limit; a few frames of an animation. */
export const prepareImageCaption: CaptionPreparer = async (source, limits) => {
  if (source.kind === 'inline') return unscored('unsupported', 'It is text and no file.');
  if (!limits.takes.image) return unscored('unsupported', 'The captioner takes no pictures.');
  const picture = await checkPicture(source.path);
  if (picture.status === 'unscored') return picture;
  const { metadata } = picture;
  const { format, pages = 1, delay } = metadata;
  const { width, height } = metadata.autoOrient;
  const frameHeight = metadata.pageHeight ?? height;
  const isAnimated = pages > 1;
  const side = isAnimated ? limits.frameSidePx : limits.imageSidePx;
  const numbers = spreadEvenly(pages, limits.frames);
  const parts: ChatPart[] = [];
  for (const number of numbers) {
    const part = await encodePicture(source.path, number, side);
    if (part.type === 'unscored') return part.why;
    if (isAnimated) parts.push({ type: 'text', text: frameLabel(number, pages, delay) });
    parts.push(part.image);
  }
  const isReduced = Math.max(width, frameHeight) > side;
  return {
    status: 'prepared',
    parts,
    facts: {
      size: formatPixels(width, frameHeight),
      format: format.toUpperCase(),
      ...(isAnimated && { frames: formatCount(pages) }),
    },
    notes: [
      ...(isReduced ? [`Sent with ${formatCount(side)} pixels on the longer side.`] : []),
      ...(numbers.length < pages ? [`${numbers.length} of ${pages} frames were sent.`] : []),
    ],
  };
};

function frameLabel(number: number, pages: number, delay: readonly number[] | undefined): string {
  const at = delay?.slice(0, number).reduce((sum, ms) => sum + ms, 0);
  const time = at === undefined ? '' : `, at ${(at / 1000).toFixed(2)} s`;
  return `Frame ${number + 1} of ${pages}${time}:`;
}

type ImagePart = Extract<ChatPart, { type: 'image' }>;
type Encoded =
  | { readonly type: 'encoded'; readonly image: ImagePart }
  | { readonly type: 'unscored'; readonly why: Unscored };

async function encodePicture(path: string, page: number, sidePx: number): Promise<Encoded> {
  try {
    const options = { failOn: 'truncated', limitInputPixels: false, autoOrient: true } as const;
    const input = sharp(path, { ...options, page, pages: 1 });
    const { hasAlpha, isPalette } = await input.metadata();
    const image = await encodeForModel(
      input.timeout({ seconds: TIMEOUT_SECONDS }),
      sidePx,
      hasAlpha || isPalette === true,
    );
    return { type: 'encoded', image };
  } catch (error) {
    const reason = `The picture cannot be decoded to its end: ${reasonOf(error)}.`;
    return { type: 'unscored', why: unscored('media-broken', reason) };
  }
}

/**
 * A picture as a model gets it: sRGB on white, no side longer than `sidePx`, never enlarged.
 *
 * @param isDrawing  lines and letters, kept without loss as PNG; else JPEG
 */
export async function encodeForModel(
  picture: Sharp,
  sidePx: number,
  isDrawing: boolean,
): Promise<ImagePart> {
  const sized = picture
    .resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const bytes = isDrawing
    ? await sized.png({ compressionLevel: 7 }).toBuffer()
    : await sized.jpeg({ quality: JPEG_QUALITY }).toBuffer();
  return { type: 'image', mimeType: isDrawing ? 'image/png' : 'image/jpeg', bytes };
}
