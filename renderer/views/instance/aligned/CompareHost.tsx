import { useMemo } from 'react';
import { CompareSheet } from '../../../components/compare-sheet/CompareSheet.tsx';
import type { SheetSet } from '../../../components/compare-sheet/sheet-set.ts';
import { mediaServices } from '../../../stores/media-store.ts';
import type { CompareSet } from './compare-sets.ts';

/** The compare sheet over the instance view. */
export function CompareHost({
  sets,
  selected,
  returnTo,
  onSelect,
}: {
  readonly sets: readonly CompareSet[];
  readonly selected: string | undefined;
  readonly returnTo: HTMLElement | undefined;
  readonly onSelect: (id: string | undefined) => void;
}) {
  const shown = useMemo(
    () =>
      sets.map(({ id, label, modality, items }): SheetSet => ({
        id,
        label,
        modality,
        entries: items.map(({ column, item }) => ({
          id: column.id,
          label: column.letter ?? column.label,
          name: column.label,
          tone: column.tone,
          item,
        })),
      })),
    [sets],
  );
  if (selected === undefined) return null;
  return (
    <CompareSheet
      sets={shown}
      selected={selected}
      services={mediaServices}
      onSelect={onSelect}
      onClose={() => onSelect(undefined)}
      returnTo={returnTo}
    />
  );
}
