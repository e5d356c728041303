import { useEffect, useMemo } from 'react';
import type { Alignment } from '../../../../shared/model/alignment.ts';
import { loadAlignment, prefetchAlignment, useAlignment } from '../../../stores/alignment-store.ts';
import { latest, type AsyncData } from '../../../stores/async-data.ts';
import type { Position } from '../../../stores/position-store.ts';
import { modelColumns, type Column } from '../columns.ts';
import { alignedTable, type AlignedTable } from './aligned-rows.ts';

export interface Aligned {
  readonly state: AsyncData<Alignment>;
  readonly alignment: Alignment | undefined;
  /** Undefined while it is loading, or of another state of the data than the columns. */
  readonly table: AlignedTable | undefined;
  readonly models: readonly string[];
}

/**
 * The aligned table of the open instance, and those of its neighbours asked for ahead.
 *
 * @param isWanted  false: nothing is asked for
 */
export function useAligned(
  key: string,
  columns: readonly Column[],
  hidden: readonly string[],
  neighbours: Position | undefined,
  isWanted: boolean,
): Aligned {
  const models = useMemo(() => modelColumns(columns).map(({ label }) => label), [columns]);
  const state = useAlignment(isWanted ? key : undefined, models);
  const alignment = latest(state);
  useEffect(() => {
    if (isWanted) loadAlignment(key, models);
  }, [isWanted, key, models]);
  useEffect(() => {
    if (!isWanted) return;
    for (const near of [neighbours?.next, neighbours?.previous])
      if (near !== undefined) prefetchAlignment(near, models);
  }, [isWanted, neighbours, models]);
  const table = useMemo(
    () =>
      alignment === undefined
        ? undefined
        : alignedTable(alignment, columns, (id) => !hidden.includes(id)),
    [alignment, columns, hidden],
  );
  return { state, alignment, table, models };
}
