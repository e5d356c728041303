// How a picture of another size lies in the frame of the one it is compared with.
import type { Size } from '../zoom.ts';
import type { Box } from './difference.ts';

/** `shape`: as large as fits, in the middle; `stretch`: over all of the frame. */
export type FitKind = 'shape' | 'stretch';

/** The part of a frame that a picture takes, in the frame's pixels, not rounded. */
export function fitInto(picture: Size, frame: Size, kind: FitKind): Box {
  if (kind === 'stretch') return { x: 0, y: 0, width: frame.width, height: frame.height };
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}

/** The whole pixels that lie in a box completely. */
export function wholePixels({ x, y, width, height }: Box): Box {
  const slack = 1e-6; // of the arithmetic, not of the picture
  const [left, top] = [Math.ceil(x - slack), Math.ceil(y - slack)];
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.floor(x + width + slack) - left),
    height: Math.max(0, Math.floor(y + height + slack) - top),
  };
}

/** True when width and height have the same ratio, to within a pixel. */
export function isSameShape(one: Size, other: Size): boolean {
  const scale = one.width / other.width;
  return Math.abs(one.height - other.height * scale) <= Math.max(1, scale);
}

/** A frame no longer than `most` pixels on its longer side. */
export function capFrame(frame: Size, most: number): Size {
  const scale = Math.min(1, most / Math.max(frame.width, frame.height));
  return {
    width: Math.max(1, Math.round(frame.width * scale)),
    height: Math.max(1, Math.round(frame.height * scale)),
  };
}
