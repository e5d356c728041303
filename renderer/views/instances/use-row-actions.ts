import { useEffect } from 'react';
import { runAction, useAction } from '../../hooks/use-action.ts';
import { toggleAnnotation, undoAnnotation } from '../../stores/annotations-store.ts';
import { annotateMany, dismissBulk, useBulk } from '../../stores/bulk-store.ts';
import { useInstances } from '../../stores/instances-store.ts';
import { rowAt } from '../../stores/paged-rows.ts';
import {
  clearSelection,
  extendSelection,
  toggleSelected,
  useSelection,
} from '../../stores/selection-store.ts';

const keyAt = (index: number) => rowAt(useInstances.getState().list, index)?.key;

/** What keys do with rows: select, deselect, flag, and take back. */
export function useRowActions(cursor: number | undefined): void {
  const count = useSelection((state) => state.keys.size);
  const hasResult = useBulk((state) => state.result !== undefined);
  useEffect(() => dismissBulk, []);
  useAction(
    'table.select',
    cursor === undefined
      ? undefined
      : () => {
          const key = keyAt(cursor);
          if (key !== undefined) toggleSelected(key, cursor);
        },
  );
  useAction(
    'table.selectDown',
    cursor === undefined
      ? undefined
      : () => {
          extendSelection(cursor, keyAt);
          runAction('table.next');
          extendSelection(cursor + 1, keyAt);
        },
  );
  useAction('table.deselect', count === 0 ? undefined : clearSelection);
  useAction(
    'table.flag',
    count === 0 && cursor === undefined ? undefined : () => flag(cursor, count),
  );
  useAction('table.undo', () => {
    if (hasResult) dismissBulk();
    void undoAnnotation();
  });
}

function flag(cursor: number | undefined, selected: number): void {
  if (selected > 0) {
    void annotateMany({ kind: 'flag', isRemoved: false });
    return;
  }
  const key = cursor === undefined ? undefined : keyAt(cursor);
  if (key === undefined) return;
  void toggleAnnotation({ key, side: 'instance', kind: 'flag', mark: { kind: 'whole' } });
}
