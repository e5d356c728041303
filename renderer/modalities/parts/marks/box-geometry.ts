// Boxes on a picture, as parts of its width and height. Pure.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
/** Enough for a pixel of any picture, and short in an export. */
const rounded = (value: number) => Math.round(value * 1e5) / 1e5;

/** The box between two corners, in whatever order, cut at the picture's edges. */
export function boxBetween(a: Point, b: Point): Box {
  const [left, right] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))];
  const [top, bottom] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))];
  return {
    x: rounded(left),
    y: rounded(top),
    w: rounded(right - left),
    h: rounded(bottom - top),
  };
}

/** Where a keyboard starts from. */
export const CENTRE_BOX: Box = { x: 0.35, y: 0.35, w: 0.3, h: 0.3 };

/** Smaller than this it was a click. */
const LEAST = 0.005;

export function isDrawn({ w, h }: Box): boolean {
  return w >= LEAST && h >= LEAST;
}

/** Moves a box, or with `isResizing` its lower right corner; it stays on the picture. */
export function nudged(box: Box, dx: number, dy: number, isResizing: boolean): Box {
  if (isResizing) {
    const w = Math.min(1 - box.x, Math.max(LEAST * 2, box.w + dx));
    const h = Math.min(1 - box.y, Math.max(LEAST * 2, box.h + dy));
    return { ...box, w: rounded(w), h: rounded(h) };
  }
  const x = Math.min(1 - box.w, Math.max(0, box.x + dx));
  const y = Math.min(1 - box.h, Math.max(0, box.y + dy));
  return { ...box, x: rounded(x), y: rounded(y) };
}
