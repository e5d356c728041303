import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { BlocksDiff } from '../../../components/text-diff/diff-blocks.ts';
import { useTextDiff } from '../../../components/text-diff/use-text-diff.ts';
import { useAction } from '../../../hooks/use-action.ts';
import { useNeighbours } from '../../../stores/position-store.ts';
import type { Column } from '../columns.ts';
import type { InstanceLayout } from '../layout-params.ts';
import { alignedSets, orderedSets, setOf, type CompareSet } from './compare-sets.ts';
import { DiffNote } from './DiffNote.tsx';
import { diffPairs } from './diff-pairs.ts';
import { focusedItem, focusedRow, openPairMenu } from './reveal.ts';
import { useAligned, type Aligned } from './use-aligned.ts';

/** Everything that compares columns: aligned rows, text differences, the compare sheet. */
export interface Comparison {
  readonly aligned: Aligned;
  readonly diffs: ReadonlyMap<string, BlocksDiff>;
  /** With what a column's text is compared; nothing where it is not. */
  readonly note: (column: Column) => ReactNode;
  readonly sets: readonly CompareSet[];
  /** Id of the set that the compare sheet shows. */
  readonly compareId: string | undefined;
  readonly returnTo: HTMLElement | undefined;
  readonly compare: (id: string | undefined) => void;
}

export function useComparison({
  instanceKey,
  columns,
  layout,
  isInSight,
}: {
  readonly instanceKey: string;
  readonly columns: readonly Column[];
  readonly layout: InstanceLayout;
  /** False while something else stands in place of the columns. */
  readonly isInSight: boolean;
}): Comparison {
  const { isAligned, hidden, diff } = layout;
  const neighbours = useNeighbours();
  const aligned = useAligned(instanceKey, columns, hidden, neighbours, isAligned && isInSight);
  const { table } = aligned;
  const pairs = useMemo(() => diffPairs(columns, diff), [columns, diff]);
  const diffs = useTextDiff(pairs);
  const note = useCallback(
    (column: Column) => {
      const pair = pairs.find(({ id }) => id === column.id);
      if (pair === undefined) return null;
      return <DiffNote against={pair.against} diff={diffs.get(column.id)} />;
    },
    [pairs, diffs],
  );
  const sets = useMemo(() => {
    if (isAligned) return table === undefined ? [] : alignedSets(table);
    return orderedSets(columns.filter(({ id }) => !hidden.includes(id)));
  }, [isAligned, table, columns, hidden]);
  const [open, setOpen] = useState<Open>();
  const compare = useCallback(
    (id: string | undefined) =>
      setOpen((before) =>
        id === undefined
          ? undefined
          : { key: instanceKey, id, returnTo: before?.returnTo ?? focusedElement() },
      ),
    [instanceKey],
  );
  useAction(
    'instance.compare',
    isInSight && sets.length > 0 ? () => compare(wantedSet(sets)?.id) : undefined,
  );
  useAction('instance.pair', isInSight && isAligned ? () => void openPairMenu() : undefined);
  const shown = open?.key === instanceKey ? open : undefined;
  return {
    aligned,
    diffs,
    note,
    sets,
    compareId: shown?.id,
    returnTo: shown?.returnTo,
    compare,
  };
}

/** The set that the sheet shows, of which instance, and what had the focus before. */
interface Open {
  readonly key: string;
  readonly id: string;
  readonly returnTo: HTMLElement | undefined;
}

function focusedElement(): HTMLElement | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : undefined;
}

/** Of the item that has the focus, of its row, or else the first. */
function wantedSet(sets: readonly CompareSet[]): CompareSet | undefined {
  const item = focusedItem();
  const row = focusedRow();
  const own = item === undefined ? undefined : setOf(sets, item.columnId, item.tag);
  return own ?? sets.find((set) => set.row !== undefined && set.row === row) ?? sets[0];
}
