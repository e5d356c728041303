// Rows of the instances table that were selected by hand, to be flagged, tagged or written together.
// They belong to the set that is shown: another filter ends the selection.
import { create } from 'zustand';
import { useRouteStore } from './route-store.ts';

interface SelectionState {
  readonly keys: ReadonlySet<string>;
  /** Row that a range of rows is extended from. */
  readonly anchor: number | undefined;
}

const empty: SelectionState = { keys: new Set(), anchor: undefined };

/** No more can be selected by hand; the whole set can still be meant. */
export const MOST_SELECTED = 10_000;

export const useSelection = create<SelectionState>(() => empty);

export function toggleSelected(key: string, index: number): void {
  useSelection.setState(({ keys }) => {
    const next = new Set(keys);
    if (!next.delete(key) && next.size < MOST_SELECTED) next.add(key);
    return { keys: next, anchor: index };
  });
}

/** Adds rows between the anchor and `index`, as far as they are known. */
export function extendSelection(index: number, keyAt: (index: number) => string | undefined): void {
  useSelection.setState(({ keys, anchor }) => {
    const from = anchor ?? index;
    const next = new Set(keys);
    for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
      const key = keyAt(at);
      if (key !== undefined && next.size < MOST_SELECTED) next.add(key);
    }
    return { keys: next, anchor: index };
  });
}

export function clearSelection(): void {
  if (useSelection.getState().keys.size > 0) useSelection.setState(empty);
}

useRouteStore.subscribe(({ route }, before) => {
  if (JSON.stringify(route.filter) !== JSON.stringify(before.route.filter)) clearSelection();
});
