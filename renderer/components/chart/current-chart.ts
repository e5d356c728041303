// Which chart the key for the table means: the one that had the focus last.
import { useCallback, useSyncExternalStore } from 'react';

let current: string | undefined;
const listeners = new Set<() => void>();

function setCurrent(id: string | undefined): void {
  current = id;
  for (const changed of listeners) changed();
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export interface CurrentChart {
  readonly isCurrent: boolean;
  readonly makeCurrent: () => void;
  /** Once the chart is gone, no other takes its place. */
  readonly giveUp: () => void;
}

export function useCurrentChart(id: string): CurrentChart {
  const isCurrent = useSyncExternalStore(listen, () => current === id);
  const makeCurrent = useCallback(() => setCurrent(id), [id]);
  const giveUp = useCallback(() => {
    if (current === id) setCurrent(undefined);
  }, [id]);
  return { isCurrent, makeCurrent, giveUp };
}
