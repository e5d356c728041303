// Where things of a scatter lie: a square with the scale of A across and of B up, room for figures on the
// left and below, and for how each model's figures are spread above and on the right.

export interface Plot {
  readonly left: number;
  readonly top: number;
  /** Of the square, in pixels. */
  readonly side: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Height of the bars at the edges. */
  readonly marginPx: number;
  readonly x: (a: number) => number;
  readonly y: (b: number) => number;
  /** The inverse; beyond the scale where the pixel is. */
  readonly a: (x: number) => number;
  readonly b: (y: number) => number;
}

const LEFT = 52;
const BOTTOM = 40;
const MARGIN = 40;
const GAP = 6;
/** Room inside the square, so that 0 and 1 are not cut off. */
const PAD = 10;
const SMALLEST = 200;
const LARGEST = 620;

/**
 * The largest square that fits.
 *
 * @param topPx  room kept above all, e.g. for a title
 */
export function plotFor(availablePx: number, topPx = 0): Plot {
  const side = Math.max(SMALLEST, Math.min(LARGEST, availablePx - LEFT - GAP - MARGIN));
  const left = LEFT;
  const top = topPx + MARGIN + GAP;
  const lengthPx = side - 2 * PAD;
  return {
    left,
    top,
    side,
    widthPx: left + side + GAP + MARGIN,
    heightPx: top + side + BOTTOM,
    marginPx: MARGIN,
    x: (a) => left + PAD + a * lengthPx,
    y: (b) => top + side - PAD - b * lengthPx,
    a: (x) => (x - left - PAD) / lengthPx,
    b: (y) => (top + side - PAD - y) / lengthPx,
  };
}

/** Is a pixel in the square? */
export function isInPlot({ left, top, side }: Plot, x: number, y: number): boolean {
  return x >= left && x <= left + side && y >= top && y <= top + side;
}
