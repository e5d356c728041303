// Grey as OpenCV makes it: fixed point, so that every pixel is equal to the official one.
import type { ColourImage, Plane } from '../../media/decode/colour-image.ts';

const RED = 9798; // 0.299 · 2^15, OpenCV 4.6 cvtColor
const GREEN = 19235; // 0.587 · 2^15
const BLUE = 3735; // 0.114 · 2^15
const HALF = 1 << 14; // rounds to nearest
const SHIFT = 15;

/** Grey of one colour, 0..255. */
export const greyOf = (red: number, green: number, blue: number): number =>
  (red * RED + green * GREEN + blue * BLUE + HALF) >> SHIFT;

/** Grey plane of a picture; a grey picture is returned as it is. */
export function greyPlane({ width, height, channels, data }: ColourImage): Plane {
  if (channels === 1) return { width, height, data };
  const pixels = width * height;
  const grey = new Uint8Array(pixels);
  for (let i = 0, j = 0; i < pixels; i++, j += 3) {
    grey[i] = (data[j]! * RED + data[j + 1]! * GREEN + data[j + 2]! * BLUE + HALF) >> SHIFT;
  }
  return { width, height, data: grey };
}
