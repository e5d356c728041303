import { useEffect, useRef, type RefObject, type UIEvent } from 'react';
import type { ViewerLink } from '../../viewer-link.ts';
import { ROW_PX } from './row-px.ts';

/**
 * Keeps the first row and column in sight the same in all linked tables.
 *
 * @returns what to do when `scroll` was scrolled
 */
export function useCellLink(
  link: ViewerLink | undefined,
  scroll: RefObject<HTMLElement | null>,
  sheet: number,
  widths: readonly number[],
): (event: UIEvent<HTMLElement>) => void {
  const self = useRef({});
  // where it was put by another viewer: its own scroll event then is no news
  const put = useRef({ top: -1, left: -1 });
  useEffect(
    () =>
      link?.hear('cell', self.current, (cell) => {
        const element = scroll.current;
        if (element === null || cell.sheet !== sheet) return;
        element.scrollTop = cell.row * ROW_PX;
        element.scrollLeft = leftOf(widths, cell.column);
        put.current = { top: element.scrollTop, left: element.scrollLeft };
      }),
    [link, scroll, sheet, widths],
  );
  return ({ currentTarget: { scrollTop: top, scrollLeft: left } }) => {
    const isPut = Math.abs(top - put.current.top) < 1 && Math.abs(left - put.current.left) < 1;
    if (isPut) return;
    put.current = { top: -1, left: -1 };
    link?.tell('cell', { sheet, row: top / ROW_PX, column: columnAt(widths, left) }, self.current);
  };
}

/** Column at an offset, with how much of it is scrolled away as a fraction. */
export function columnAt(widths: readonly number[], left: number): number {
  let rest = left;
  for (const [column, width] of widths.entries()) {
    if (rest < width) return column + rest / width;
    rest -= width;
  }
  return widths.length;
}

/** The offset of a column, as `columnAt` gives it. */
export function leftOf(widths: readonly number[], column: number): number {
  const whole = Math.floor(column);
  const before = widths.slice(0, whole).reduce((sum, width) => sum + width, 0);
  return before + (column - whole) * (widths[whole] ?? 0);
}
