/** What browsers can still draw into one canvas. */
const MOST_SIDE_PX = 16_000;
const MOST_AREA_PX = 120_000_000;

/** Two device pixels a pixel, fewer where the picture would become too large to be drawn. */
export function scaleFor(width: number, height: number): number {
  const bySide = MOST_SIDE_PX / Math.max(width, height, 1);
  const byArea = Math.sqrt(MOST_AREA_PX / Math.max(width * height, 1));
  return Math.min(2, bySide, byArea);
}
