import { startTransition, useEffect, useState } from 'react';

/** About what fits on a screen and a half. */
const FIRST = 8;
/** Behind the first frame: until it has been put on the screen. */
const REST_MS = 50;

/**
 * How many blocks of a long content are drawn: those that can be seen first, the rest behind the paint,
 * so that an instance with many items is there as soon as one with few.
 */
export function useShownBlocks(total: number): number {
  const [isWhole, setWhole] = useState(total <= FIRST * 2);
  useEffect(() => {
    if (isWhole) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setWhole(true)), REST_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isWhole]);
  return isWhole ? total : FIRST;
}
