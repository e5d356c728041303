import { useEffect, useRef, type RefObject, type UIEvent } from 'react';
import type { ViewerLink } from '../viewer-link.ts';

/**
 * Keeps the first line in sight the same in all linked viewers.
 *
 * @returns what to do when `scroll` was scrolled
 */
export function useLineLink(
  link: ViewerLink | undefined,
  scroll: RefObject<HTMLElement | null>,
  linePx: number,
): (event: UIEvent<HTMLElement>) => void {
  const self = useRef({});
  // where it was put by another viewer: its own scroll event then is no news
  const put = useRef(-1);
  useEffect(
    () =>
      link?.hear('line', self.current, ({ index }) => {
        if (scroll.current === null) return;
        scroll.current.scrollTop = index * linePx;
        put.current = scroll.current.scrollTop;
      }),
    [link, scroll, linePx],
  );
  return ({ currentTarget: { scrollTop: top } }) => {
    if (Math.abs(top - put.current) < 1) return;
    put.current = -1;
    link?.tell('line', { index: top / linePx }, self.current);
  };
}
