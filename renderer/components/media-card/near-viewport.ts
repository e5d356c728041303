// One observer for all cards: tells each whether it is near what is seen.
import { useEffect, useState, type RefObject } from 'react';

const NEAR_PX = 700;
/** Who scrolls back and forth does not have viewers taken down and built again. */
const FAR_MS = 1000;
const watchers = new Map<Element, (isNear: boolean, isSeen: boolean) => void>();
/** Elements that have just gone far; told so when they stay there. */
const leaving = new Map<Element, ReturnType<typeof setTimeout>>();
let observer: IntersectionObserver | undefined;
/** How often all cards are wanted, wherever they are. */
let holds = 0;

/** Tells every card that it is near, e.g. for printing. @returns what takes that back */
export function showAllCards(): () => void {
  holds += 1;
  for (const onChange of watchers.values()) onChange(true, true);
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

function watch(element: Element, onChange: (isNear: boolean, isSeen: boolean) => void): () => void {
  // `scrollMargin` widens the columns' own scroll areas too, which `rootMargin` does not
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const isSeen = box.bottom > 0 && box.top < innerHeight;
        stay(target);
        if (isIntersecting || holds > 0) watchers.get(target)?.(true, isSeen || holds > 0);
        else leave(target);
      }
    },
    { rootMargin: `${NEAR_PX}px`, scrollMargin: `${NEAR_PX}px` },
  );
  watchers.set(element, onChange);
  observer.observe(element);
  return () => {
    watchers.delete(element);
    stay(element);
    observer?.unobserve(element);
    if (watchers.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}

function leave(element: Element): void {
  const tell = () => {
    leaving.delete(element);
    if (holds === 0) watchers.get(element)?.(false, false);
  };
  leaving.set(element, setTimeout(tell, FAR_MS));
}

function stay(element: Element): void {
  clearTimeout(leaving.get(element));
  leaving.delete(element);
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

/**
 * Whether the element is near the viewport now, whether it has ever been, and whether it was in it when
 * it first came near.
 */
export function useNearViewport(ref: RefObject<Element | null>): {
  readonly isNear: boolean;
  readonly wasNear: boolean;
  readonly isSeen: boolean;
} {
  const [state, setState] = useState({ isNear: false, wasNear: false, isSeen: false });
  useEffect(() => {
    if (ref.current === null) return;
    return watch(ref.current, (isNear, isSeen) =>
      setState((before) =>
        before.wasNear ? { ...before, isNear } : { isNear, wasNear: isNear, isSeen },
      ),
    );
  }, [ref]);
  return state;
}
