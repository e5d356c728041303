// The second scale: the colour image at (⌊w/2⌋, ⌊h/2⌋), then grey. Both of OpenCV's ways are kept,
// since the grey values must be equal and not only near.
import type { ColourImage, Plane } from '../../media/decode/colour-image.ts';
import { greyOf } from './grey.ts';

const COEFFICIENT_BITS = 11; // OpenCV 4.6 resize, INTER_RESIZE_COEF_BITS

/**
 * Grey plane of the picture at half its size; sides of one pixel cannot be halved and give 0.
 *
 * @source gq-official.md, image, step 2; goldens README: mean of four when both sides are even,
 *   otherwise bilinear with half-pixel centres
 */
export function halfGreyPlane(image: ColourImage): Plane {
  const isEven = image.width % 2 === 0 && image.height % 2 === 0;
  return isEven ? meanOfFour(image) : bilinear(image);
}

function meanOfFour({ width, height, channels, data }: ColourImage): Plane {
  const outWidth = width >> 1;
  const outHeight = height >> 1;
  const out = new Uint8Array(outWidth * outHeight);
  const stride = width * channels;
  for (let y = 0, o = 0; y < outHeight; y++) {
    let i = 2 * y * stride;
    if (channels === 1) {
      for (let x = 0; x < outWidth; x++, i += 2, o++) {
        out[o] = (data[i]! + data[i + 1]! + data[i + stride]! + data[i + stride + 1]! + 2) >> 2;
      }
      continue;
    }
    for (let x = 0; x < outWidth; x++, i += 6, o++) {
      const k = i + stride;
      out[o] = greyOf(
        (data[i]! + data[i + 3]! + data[k]! + data[k + 3]! + 2) >> 2,
        (data[i + 1]! + data[i + 4]! + data[k + 1]! + data[k + 4]! + 2) >> 2,
        (data[i + 2]! + data[i + 5]! + data[k + 2]! + data[k + 5]! + 2) >> 2,
      );
    }
  }
  return { width: outWidth, height: outHeight, data: out };
}

/** Where an output pixel reads along one axis, and with which fixed-point weights. */
interface Taps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weightFirst: Int32Array;
  readonly weightSecond: Int32Array;
}

function tapsOf(size: number, outSize: number): Taps {
  const axis = () => new Int32Array(outSize);
  const taps = { first: axis(), second: axis(), weightFirst: axis(), weightSecond: axis() };
  for (let i = 0; i < outSize; i++) {
    const position = Math.fround((i + 0.5) * (size / outSize) - 0.5);
    const base = Math.floor(position);
    const share = Math.fround(position - base);
    taps.first[i] = Math.min(base, size - 1);
    taps.second[i] = Math.min(base + 1, size - 1);
    taps.weightFirst[i] = Math.round(Math.fround(1 - share) * (1 << COEFFICIENT_BITS));
    taps.weightSecond[i] = Math.round(share * (1 << COEFFICIENT_BITS));
  }
  return taps;
}

function bilinear({ width, height, channels, data }: ColourImage): Plane {
  const outWidth = width >> 1;
  const outHeight = height >> 1;
  const across = tapsOf(width, outWidth);
  const down = tapsOf(height, outHeight);
  const out = new Uint8Array(outWidth * outHeight);
  const colour = [0, 0, 0];
  for (let y = 0, o = 0; y < outHeight; y++) {
    const top = down.first[y]! * width;
    const bottom = down.second[y]! * width;
    for (let x = 0; x < outWidth; x++, o++) {
      const left = across.first[x]!;
      const right = across.second[x]!;
      for (let c = 0; c < channels; c++) {
        const at = (pixel: number) => data[pixel * channels + c]!;
        const a =
          at(top + left) * across.weightFirst[x]! + at(top + right) * across.weightSecond[x]!;
        const b =
          at(bottom + left) * across.weightFirst[x]! + at(bottom + right) * across.weightSecond[x]!;
        colour[c] =
          (((down.weightFirst[y]! * (a >> 4)) >> 16) +
            ((down.weightSecond[y]! * (b >> 4)) >> 16) +
            2) >>
          2; // OpenCV 4.6, VResizeLinear for 8 bits
      }
      out[o] = channels === 1 ? colour[0]! : greyOf(colour[0]!, colour[1]!, colour[2]!);
    }
  }
  return { width: outWidth, height: outHeight, data: out };
}
