// How far two pictures of one size lie apart, pixel by pixel, for being looked at. No score: those are
// computed in the engine from the files.

/** RGBA bytes as a canvas gives them, not premultiplied. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Difference {
  readonly width: number;
  readonly height: number;
  /** |Δ| of red, green and blue; opaque where both pictures lie, else transparent. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Share of the frame in which both lie, in [0, 1]. */
  readonly compared: number;
  /** Share of the compared pixels with any difference, and with one above `CLEAR_STEP`. */
  readonly differing: number;
  readonly clear: number;
  /** Mean |Δ| over red, green, blue and all compared pixels, in [0, 255]. */
  readonly mean: number;
}

/** A step that people begin to see, in 255ths. */
export const CLEAR_STEP = 16;

/**
 * Differences inside a box of both pictures. Colours count as far as they are opaque, and a difference
 * in opacity is one in every colour.
 */
export function differencePixels(base: Pixels, other: Pixels, box: Box): Difference {
  const { width, height } = base;
  const data = new Uint8ClampedArray(width * height * 4);
  let differing = 0;
  let clear = 0;
  let sum = 0;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = (y * width + x) * 4;
      const alpha = base.data[at + 3] ?? 0;
      const otherAlpha = other.data[at + 3] ?? 0;
      const opacity = Math.abs(alpha - otherAlpha);
      let most = 0;
      for (let channel = at; channel < at + 3; channel++) {
        const one = (base.data[channel] ?? 0) * alpha;
        const two = (other.data[channel] ?? 0) * otherAlpha;
        const step = Math.max(opacity, Math.round(Math.abs(one - two) / 255));
        data[channel] = step;
        sum += step;
        if (step > most) most = step;
      }
      data[at + 3] = 255;
      if (most > 0) differing++;
      if (most > CLEAR_STEP) clear++;
    }
  }
  const count = box.width * box.height;
  const share = (part: number) => (count === 0 ? 0 : part / count);
  return {
    width,
    height,
    data,
    compared: count / (width * height),
    differing: share(differing),
    clear: share(clear),
    mean: share(sum) / 3,
  };
}

/** Differences made larger for the eye; what would be brighter than white is white. */
export function amplify(
  { data }: Pick<Difference, 'data'>,
  gain: number,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    out[at] = (data[at] ?? 0) * gain;
    out[at + 1] = (data[at + 1] ?? 0) * gain;
    out[at + 2] = (data[at + 2] ?? 0) * gain;
    out[at + 3] = data[at + 3] ?? 0;
  }
  return out;
}

/** One line of figures. */
export function describeDifference(difference: Difference): string {
  const { compared, differing, clear, mean } = difference;
  const where = compared < 0.9995 ? ` Compared where both lie: ${percent(compared)} of it.` : '';
  if (compared === 0) return 'Nothing to compare: they do not overlap.';
  if (differing === 0) return `No pixel differs.${where}`;
  const line = `Differs in ${percent(differing)} of pixels (${percent(clear)} by more than ${CLEAR_STEP} of 255), mean Δ ${meanText(mean)} of 255.`;
  return line + where;
}

const meanText = (mean: number) => (mean < 0.01 ? '< 0.01' : mean.toFixed(2));

function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  if (value < 100 && value > 99.9) return '> 99.9 %';
  return `${value.toFixed(value === 0 || value === 100 ? 0 : 1)} %`;
}
