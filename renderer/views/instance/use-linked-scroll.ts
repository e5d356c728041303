import { useCallback, useRef } from 'react';

/**
 * Keeps the scroll positions of several columns together, by the share of the way down, so that
 * columns of different length reach their ends at the same time.
 *
 * @returns a function that gives each column its ref and scroll handler
 */
export function useLinkedScroll(isLinked: boolean) {
  const columns = useRef(new Map<string, HTMLElement>());
  const leader = useRef<string>(undefined);
  return useCallback(
    (id: string) => ({
      ref: (element: HTMLElement | null) => {
        if (element === null) columns.current.delete(id);
        else columns.current.set(id, element);
      },
      onPointerEnter: () => {
        leader.current = id;
      },
      onFocus: () => {
        leader.current = id;
      },
      onScroll: () => {
        // only the column under the pointer or with the focus leads; the others' events are echoes
        if (!isLinked || leader.current !== id) return;
        const source = columns.current.get(id);
        if (source === undefined) return;
        const share = scrollShare(source);
        for (const [other, element] of columns.current)
          if (other !== id)
            element.scrollTop = share * Math.max(0, element.scrollHeight - element.clientHeight);
      },
    }),
    [isLinked],
  );
}

/** How far down an element is scrolled, in [0, 1]; 0 when it does not scroll. */
function scrollShare(element: HTMLElement): number {
  const way = element.scrollHeight - element.clientHeight;
  return way <= 0 ? 0 : element.scrollTop / way;
}
