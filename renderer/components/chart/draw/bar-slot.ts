/** Share of a category's band that its bars take together. */
const FILLED = 0.72;
const GAP_PX = 2;
const WIDEST_PX = 44;

/** Where a bar lies across its category's band, from the band's middle. */
export interface BarSlot {
  readonly offset: number;
  readonly width: number;
}

export function barSlot(bandPx: number, count: number, index: number): BarSlot {
  const wanted = (bandPx * FILLED - GAP_PX * (count - 1)) / count;
  const width = Math.max(1, Math.min(WIDEST_PX, wanted));
  const all = width * count + GAP_PX * (count - 1);
  return { offset: index * (width + GAP_PX) - all / 2, width };
}

/**
 * The rectangle of a bar.
 *
 * @param from  pixel of the value 0 in the middle of the band
 * @param to  pixel of the bar's value
 */
export function toRect(
  from: readonly number[],
  to: readonly number[],
  { offset, width }: BarSlot,
  isRow: boolean,
): { x: number; y: number; width: number; height: number } {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  return isRow
    ? { x: Math.min(x1, x2), y: y1 + offset, width: Math.abs(x2 - x1), height: width }
    : { x: x1 + offset, y: Math.min(y1, y2), width, height: Math.abs(y2 - y1) };
}
