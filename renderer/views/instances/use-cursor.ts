import { useEffect, useRef, useState } from 'react';
import { useAction } from '../../hooks/use-action.ts';
import { indexOfInstance, selectInstance, useInstances } from '../../stores/instances-store.ts';
import { currentModelNames } from '../../stores/models-store.ts';
import { rowAt } from '../../stores/paged-rows.ts';
import { currentRoute, openInstance, useRoute } from '../../stores/route-store.ts';
import { putParam } from '../../stores/table-layout-store.ts';

interface Options {
  readonly scrollToIndex: (index: number, align: 'auto' | 'center') => void;
  /** How many rows a page key moves. */
  readonly pageRows: number;
}

/** The row one is at stands in the address when it has rested; a browser refuses more in a held key. */
const REST_MS = 300;
const AT_PARAM = 'at';

/**
 * The row that the keyboard is at. Coming back from an instance, or by a link that names it, it is found
 * again; another filter or order starts at the top.
 */
export function useCursor({ scrollToIndex, pageRows }: Options): number | undefined {
  const total = useInstances((state) => state.list.total);
  const [cursor, setCursor] = useState<number>();
  useReveal(setCursor, scrollToIndex);
  useStartAtTop(setCursor, scrollToIndex);
  const rest = useRest();

  const move = (to: number) => {
    if (total === 0) return;
    const index = Math.max(0, Math.min(total - 1, to));
    setCursor(index);
    scrollToIndex(index, 'auto');
    const row = rowAt(useInstances.getState().list, index);
    if (row === undefined) return;
    selectInstance(row.key);
    rest(row.key);
  };
  const at = cursor ?? -1;
  useAction('table.next', () => move(at + 1));
  useAction('table.previous', () => move(at - 1));
  useAction('table.pageDown', () => move(Math.max(at, 0) + pageRows));
  useAction('table.pageUp', () => move(at - pageRows));
  useAction('table.first', () => move(0));
  useAction('table.last', () => move(total - 1));
  useAction('table.open', () => {
    const row = cursor === undefined ? undefined : rowAt(useInstances.getState().list, cursor);
    if (row !== undefined) openInstance(row.key);
  });
  return cursor !== undefined && cursor < total ? cursor : undefined;
}

/** Puts a row into the address a moment after it was come to. */
function useRest(): (key: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (key) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (currentRoute().screen === 'instances') putParam(AT_PARAM, key);
    }, REST_MS);
  };
}

type SetCursor = (index: number | undefined) => void;

/** Finds the row of the instance that was open before, or that the address names, once. */
function useReveal(setCursor: SetCursor, scrollToIndex: Options['scrollToIndex']): void {
  const hasRows = useInstances((state) => state.list.status === 'ready');
  const isDone = useRef(false);
  useEffect(() => {
    if (!hasRows || isDone.current) return undefined;
    const selected = useInstances.getState().selected ?? currentRoute().view[AT_PARAM];
    isDone.current = true;
    if (selected === undefined) return undefined;
    const aborter = new AbortController();
    const { filter, sort } = currentRoute();
    const query = { filter, sort, models: currentModelNames() };
    indexOfInstance(query, selected, aborter.signal)
      .then((index) => {
        if (index === undefined || aborter.signal.aborted) return;
        selectInstance(selected);
        setCursor(index);
        scrollToIndex(index, 'center');
      })
      // the list itself shows what is wrong; without a place the table stays at its top
      .catch(() => setCursor(undefined));
    return () => aborter.abort();
  }, [hasRows, setCursor, scrollToIndex]);
}

function useStartAtTop(setCursor: SetCursor, scrollToIndex: Options['scrollToIndex']): void {
  const filter = useRoute((route) => route.filter);
  const sort = useRoute((route) => route.sort);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    setCursor(undefined);
    putParam(AT_PARAM, undefined);
    scrollToIndex(0, 'auto');
  }, [filter, sort, setCursor, scrollToIndex]);
}
