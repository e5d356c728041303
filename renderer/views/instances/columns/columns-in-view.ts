/** Beside what is seen, so much more is drawn: a small scroll to the side finds it there. */
const MARGIN_PX = 240;

/**
 * Which columns lie in view; the first stays at the left edge and is always drawn.
 *
 * @param widthsPx  of all columns, in their order
 * @param leftPx  how far the table is scrolled to the side
 * @returns indexes, ascending
 */
export function columnsInView(
  widthsPx: readonly number[],
  leftPx: number,
  viewPx: number,
): readonly number[] {
  const from = leftPx - MARGIN_PX;
  const to = leftPx + viewPx + MARGIN_PX;
  let start = 0;
  return widthsPx.flatMap((width, index) => {
    const end = start + width;
    const isSeen = end > from && start < to;
    start = end;
    return isSeen || index === 0 ? [index] : [];
  });
}
