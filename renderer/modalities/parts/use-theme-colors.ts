import { useEffect, useState, type RefObject } from 'react';

/**
 * Values of CSS variables at an element, for canvases that cannot use `var()`; read again when the
 * theme changes. Empty strings before the element is there.
 */
export function useThemeColors<const N extends string>(
  element: RefObject<HTMLElement | null>,
  names: readonly N[],
): Readonly<Record<N, string>> {
  const [colors, setColors] = useState(() => emptyColors(names));
  const key = names.join();
  useEffect(() => {
    const read = () => {
      if (element.current === null) return;
      const style = getComputedStyle(element.current);
      setColors((before) => {
        const next = { ...before };
        for (const name of names) next[name] = style.getPropertyValue(name).trim();
        return names.every((name) => next[name] === before[name]) ? before : next;
      });
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class', 'style'],
    });
    return () => observer.disconnect();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the names are a constant list
  }, [element, key]);
  return colors;
}

function emptyColors<N extends string>(names: readonly N[]): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, ''])) as Record<N, string>; // every name is set
}
