import { CLIP_FRAMES } from './dover-frames.ts';

/** An RGB picture, interleaved, rows from the top. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Side of both views, in pixels: 7 fragments of 32. */
export const VIEW_SIDE = 224;
const FRAGMENTS = 7; // dover.yml: fragments_h, fragments_w
const FRAGMENT_SIDE = 32; // dover.yml: fsize_h, fsize_w
const MEAN = [123.675, 116.28, 103.53] as const; // evaluate_one_video.py
const STD = [58.395, 57.12, 57.375] as const;
const PLANE = VIEW_SIDE * VIEW_SIDE;

/** Numbers that one clip of a view takes: [3, 32, 224, 224]. */
export const CLIP_SIZE = 3 * CLIP_FRAMES * PLANE;

/** Where a view takes a pixel from; gives 0..255. */
type Pixel = (x: number, y: number, channel: number) => number;

/**
 * Writes the fragments of a frame: 7 × 7 pieces of 32 × 32 at its own size, from the middle of each
 * cell of a grid. A picture with a side under 224 is enlarged first.
 *
 * @param view  of the whole clip, [3, 32, 224, 224]
 * @param at  number of the frame in the clip
 * @source get_spatial_fragments of DOVER's fusion_datasets.py, which draws the places at random; that
 *   it takes the grid of the picture before it was enlarged is kept
 */
export function writeFragments(picture: RgbPicture, view: Float32Array, at: number): void {
  const { width, height } = picture;
  const ratio = Math.min(width / VIEW_SIDE, height / VIEW_SIDE);
  const pixel: Pixel =
    ratio < 1
      ? (x, y, channel) => Math.trunc(bilinear(picture, x, y, ratio, ratio, channel))
      : (x, y, channel) => picture.data[(y * width + x) * 3 + channel] ?? 0;
  const left = fragmentStarts(width);
  const top = fragmentStarts(height);
  write(view, at, (x, y, channel) => {
    const column = Math.floor(x / FRAGMENT_SIDE);
    const row = Math.floor(y / FRAGMENT_SIDE);
    return pixel(
      (left[column] ?? 0) + (x % FRAGMENT_SIDE),
      (top[row] ?? 0) + (y % FRAGMENT_SIDE),
      channel,
    );
  });
}

function fragmentStarts(length: number): number[] {
  const cell = Math.floor(length / FRAGMENTS);
  const middle = Math.max(0, Math.floor((cell - FRAGMENT_SIDE) / 2));
  return Array.from({ length: FRAGMENTS }, (_, i) =>
    Math.max(0, Math.min(cell * i, length - FRAGMENT_SIDE) + middle),
  );
}

/**
 * Writes a frame brought to 224 × 224, whatever its shape.
 *
 * @source get_resized_video of DOVER's fusion_datasets.py: bilinear, not smoothed, rounded
 */
export function writeResized(picture: RgbPicture, view: Float32Array, at: number): void {
  const scaleX = picture.width / VIEW_SIDE;
  const scaleY = picture.height / VIEW_SIDE;
  write(view, at, (x, y, channel) => Math.round(bilinear(picture, x, y, scaleX, scaleY, channel)));
}

/** Copies one frame of a clip over another, for frames that could not be decoded. */
export function copyFrame(view: Float32Array, from: number, to: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const plane = channel * CLIP_FRAMES * PLANE;
    view.copyWithin(plane + to * PLANE, plane + from * PLANE, plane + (from + 1) * PLANE);
  }
}

function write(view: Float32Array, at: number, pixel: Pixel): void {
  for (let channel = 0; channel < 3; channel++) {
    const mean = MEAN[channel] ?? 0;
    const std = STD[channel] ?? 1;
    let i = (channel * CLIP_FRAMES + at) * PLANE;
    for (let y = 0; y < VIEW_SIDE; y++) {
      for (let x = 0; x < VIEW_SIDE; x++) view[i++] = (pixel(x, y, channel) - mean) / std;
    }
  }
}

/** As PyTorch interpolates with `align_corners=False`. */
function bilinear(
  { width, height, data }: RgbPicture,
  x: number,
  y: number,
  scaleX: number,
  scaleY: number,
  channel: number,
): number {
  const sourceX = Math.max(0, (x + 0.5) * scaleX - 0.5);
  const sourceY = Math.max(0, (y + 0.5) * scaleY - 0.5);
  const x0 = Math.min(width - 1, Math.floor(sourceX));
  const y0 = Math.min(height - 1, Math.floor(sourceY));
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const dx = Math.min(1, sourceX - x0);
  const dy = Math.min(1, sourceY - y0);
  const at = (column: number, row: number) => data[(row * width + column) * 3 + channel] ?? 0;
  const upper = at(x0, y0) * (1 - dx) + at(x1, y0) * dx;
  const lower = at(x0, y1) * (1 - dx) + at(x1, y1) * dx;
  return upper * (1 - dy) + lower * dy;
}
