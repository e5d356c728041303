// One observer for all cards: tells each whether it is near what is seen.
import { useEffect, useState, type RefObject } from 'react';

const NEAR_PX = 700;
const watchers = new Map<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | undefined;
/** How often all cards are wanted, wherever they are. */
let holds = 0;

/** Tells every card that it is near, e.g. for printing. @returns what takes that back */
export function showAllCards(): () => void {
  holds += 1;
  for (const onChange of watchers.values()) onChange(true);
  return () => {
    holds -= 1;
    if (holds > 0) return;
    for (const element of watchers.keys()) {
      // observed anew it says at once where each one is
      observer?.unobserve(element);
      observer?.observe(element);
    }
  };
}

function watch(element: Element, onChange: (isNear: boolean) => void): () => void {
  // `scrollMargin` widens the columns' own scroll areas too, which `rootMargin` does not
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        watchers.get(target)?.(isIntersecting || holds > 0);
    },
    { rootMargin: `${NEAR_PX}px`, scrollMargin: `${NEAR_PX}px` },
  );
  watchers.set(element, onChange);
  observer.observe(element);
  return () => {
    watchers.delete(element);
    observer?.unobserve(element);
    if (watchers.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}

/** Follows `value` at once when it becomes false, and after a rest when it becomes true. */
export function useRested(value: boolean, restMs: number): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!value) return undefined;
    const timer = setTimeout(() => setRested(true), restMs);
    return () => {
      clearTimeout(timer);
      setRested(false);
    };
  }, [value, restMs]);
  return value && (rested || restMs === 0);
}

/** Whether the element is near the viewport now, and whether it has ever been. */
export function useNearViewport(ref: RefObject<Element | null>): {
  readonly isNear: boolean;
  readonly wasNear: boolean;
} {
  const [state, setState] = useState({ isNear: false, wasNear: false });
  useEffect(() => {
    if (ref.current === null) return;
    return watch(ref.current, (isNear) =>
      setState((before) => ({ isNear, wasNear: before.wasNear || isNear })),
    );
  }, [ref]);
  return state;
}
