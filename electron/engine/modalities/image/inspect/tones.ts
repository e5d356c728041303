// Tones and colours in one pass: clipping with its place, exposure, contrast, colourfulness.
import type { ColourImage, Plane } from '../../../media/decode/colour-image.ts';

const PLACES = 3; // 3 × 3 fields
const NEAR = 15; // levels next to an end that a gradient into clipping fills

/** What lies at one end of the range. */
export interface ClippedEnd {
  /** Share of pixels all of whose channels are at the end, 0..1. */
  readonly share: number;
  /** Share of pixels some but not all of whose channels are at the end. */
  readonly partial: number;
  /** Share of each channel's samples at the end. */
  readonly channels: readonly number[];
  /** Share of pixels within 15 grey levels of the end, those at it left out. */
  readonly near: number;
  /** Field with most of them, row by row from the upper left, 0..8. */
  readonly field: number;
  /** Share of that field's pixels at the end. */
  readonly fieldShare: number;
}

/** Figures of tones and colours, in levels of 255. */
export interface Tones {
  readonly black: ClippedEnd;
  readonly white: ClippedEnd;
  /** Mean grey. */
  readonly mean: number;
  /** Standard deviation of the grey levels: RMS contrast. */
  readonly contrast: number;
  /** Hasler and Süsstrunk's M³ measure; 0 for a grey picture. */
  readonly colourfulness: number;
}

/** @param grey  of the same picture */
export function tonesOf(image: ColourImage, grey: Plane): Tones {
  const { width, height, channels, data } = image;
  const count = width * height;
  const ends = { black: new End(channels), white: new End(channels) };
  const histogram = new Float64Array(256);
  const fieldSizes = new Float64Array(PLACES * PLACES);
  let [sumRg, squareRg, sumYb, squareYb] = [0, 0, 0, 0];
  for (let y = 0, i = 0, k = 0; y < height; y++) {
    const fieldRow = Math.floor((y * PLACES) / height) * PLACES;
    for (let x = 0; x < width; x++, i++, k += channels) {
      histogram[grey.data[i]!]! += 1;
      const field = fieldRow + Math.floor((x * PLACES) / width);
      fieldSizes[field]! += 1;
      const red = data[k]!;
      const green = channels === 1 ? red : data[k + 1]!;
      const blue = channels === 1 ? red : data[k + 2]!;
      if (red === 0 || green === 0 || blue === 0) ends.black.add(0, red, green, blue, field);
      if (red === 255 || green === 255 || blue === 255) {
        ends.white.add(255, red, green, blue, field);
      }
      const rg = red - green;
      const yb = (red + green) / 2 - blue;
      sumRg += rg;
      squareRg += rg * rg;
      sumYb += yb;
      squareYb += yb * yb;
    }
  }
  const [meanRg, meanYb] = [sumRg / count, sumYb / count];
  const spread = squareRg / count - meanRg ** 2 + squareYb / count - meanYb ** 2;
  return {
    black: ends.black.close(count, fieldSizes, histogram.subarray(1, 1 + NEAR)),
    white: ends.white.close(count, fieldSizes, histogram.subarray(255 - NEAR, 255)),
    ...meanAndContrast(histogram, count),
    colourfulness: Math.sqrt(Math.max(0, spread)) + 0.3 * Math.hypot(meanRg, meanYb), // eq. of M³
  };
}

class End {
  private readonly channels: Float64Array;
  private readonly fields = new Float64Array(PLACES * PLACES);
  private touched = 0;

  constructor(channels: number) {
    this.channels = new Float64Array(channels);
  }

  add(level: number, red: number, green: number, blue: number, field: number): void {
    const { channels } = this;
    this.touched += 1;
    if (red === level) channels[0]! += 1;
    if (channels.length > 1) {
      if (green === level) channels[1]! += 1;
      if (blue === level) channels[2]! += 1;
    }
    if (red === level && green === level && blue === level) this.fields[field]! += 1;
  }

  close(count: number, fieldSizes: Float64Array, near: Float64Array): ClippedEnd {
    const shares = this.fields.map((pixels, i) => pixels / Math.max(1, fieldSizes[i]!));
    const field = shares.indexOf(Math.max(...shares));
    const clipped = this.fields.reduce((sum, one) => sum + one, 0);
    return {
      share: clipped / count,
      partial: (this.touched - clipped) / count,
      channels: Array.from(this.channels, (one) => one / count),
      near: near.reduce((sum, one) => sum + one, 0) / count,
      field,
      fieldShare: shares[field]!,
    };
  }
}

function meanAndContrast(histogram: Float64Array, count: number) {
  const mean = histogram.reduce((sum, n, level) => sum + n * level, 0) / count;
  const variance = histogram.reduce((sum, n, level) => sum + n * (level - mean) ** 2, 0) / count;
  return { mean, contrast: Math.sqrt(variance) };
}
