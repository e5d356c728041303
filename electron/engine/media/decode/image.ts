import { stat } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import type { ColourImage } from './colour-image.ts';
import { type Decoded, type Unscored, unscored } from './decoded.ts';
import { extensionMismatch } from './extension.ts';

/** A picture of more pixels is refused before it is decoded (20,000 × 20,000, decompression bombs). */
export const MAX_PIXELS = 100_000_000;
const TIMEOUT_SECONDS = 60;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'jp2']);
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  heif: ['heif', 'heic', 'avif'],
  tiff: ['tif', 'tiff'],
  jp2: ['jp2', 'j2k'],
};

/**
 * Decodes a picture to 8-bit colour as the official code sees it: colour profiles ignored, EXIF
 * orientation applied, alpha dropped and not blended, the first frame of an animation.
 *
 * @returns unscored for a file that is missing, empty, cut off, no picture or too large
 */
export async function decodeImage(path: string): Promise<Decoded<ColourImage>> {
  const picture = await checkPicture(path);
  if (picture.status === 'unscored') return picture;
  const { metadata } = picture;
  try {
    const { data, info } = await open(path)
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    const channels = info.channels === 1 ? 1 : 3;
    const value = { width: info.width, height: info.height, channels, data } as const;
    return { status: 'decoded', value, notes: notesOf(metadata, path) };
  } catch (error) {
    return unscored('media-broken', `The picture cannot be decoded to its end: ${why(error)}.`);
  }
}

/** What the header of a picture says, or why it is not decoded. */
export type PictureCheck = { readonly status: 'usable'; readonly metadata: Metadata } | Unscored;

/** Looks at the header of a picture: missing, empty, no picture, of a type without reader, too large. */
export async function checkPicture(path: string): Promise<PictureCheck> {
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile() !== true) return unscored('media-missing', 'There is no file at this path.');
  if (file.size === 0) return unscored('media-broken', 'The file is empty (0 bytes).');
  let metadata: Metadata;
  try {
    metadata = await open(path).metadata();
  } catch (error) {
    return unscored('media-broken', `The bytes are no picture that can be read: ${why(error)}.`);
  }
  const { format, width, height } = metadata;
  if (!FORMATS.has(format)) {
    return unscored('unsupported', `Pictures of type "${format}" have no official score.`);
  }
  if (width * height > MAX_PIXELS) {
    const size = `${width} × ${height} pixels`;
    return unscored('media-too-large', `The picture is ${size}; the limit is 100 million.`);
  }
  return { status: 'usable', metadata };
}

const open = (path: string) =>
  sharp(path, {
    failOn: 'truncated',
    limitInputPixels: false, // checked above, with a reason
    ignoreIcc: true,
    autoOrient: true,
    sequentialRead: true,
    pages: 1,
  });

function notesOf(metadata: Metadata, path: string): string[] {
  const { format, pages = 1, depth, space } = metadata;
  const extensions = EXTENSIONS[format] ?? [format];
  const mismatch = extensionMismatch(path, format.toUpperCase(), extensions);
  return [
    ...(mismatch === undefined ? [] : [mismatch]),
    ...(pages > 1 ? [`First of ${pages} frames.`] : []),
    ...(depth === 'ushort' ? ['16 bits a channel, brought to 8.'] : []),
    ...(space === 'cmyk'
      ? ['CMYK, brought to RGB; the official decoder may do so differently.']
      : []),
  ];
}

/** First line of a decoder's message, without its full stop. */
function why(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').trim().replace(/\.$/, '');
}
