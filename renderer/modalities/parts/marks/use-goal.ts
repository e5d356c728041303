// A marked place that is to be brought into sight is asked for by a prop: what shows it may have to load
// first, or be another way to compare.
import { useEffect, useRef, useState } from 'react';
import type { MarkGoal } from '../../define.ts';

/**
 * Goes to each goal once.
 *
 * @param isReady  whether there is something to go to yet; a goal waits for it
 */
export function useGoal(
  goal: MarkGoal | undefined,
  isReady: boolean,
  go: (goal: MarkGoal) => void,
): void {
  const latest = useRef(go);
  const done = useRef<MarkGoal>(undefined);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (goal === undefined || !isReady || done.current === goal) return;
    done.current = goal;
    latest.current(goal);
  }, [goal, isReady]);
}

/** The goal in the first drawing with it, to choose what is shown by it; undefined in all others. */
export function useNewGoal(goal: MarkGoal | undefined): MarkGoal | undefined {
  const [known, setKnown] = useState<MarkGoal>();
  if (goal === known) return undefined;
  setKnown(goal);
  return goal;
}
