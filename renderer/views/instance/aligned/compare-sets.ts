// What can be put beside each other in the compare sheet: items of one modality that belong together.
import { readingBlocks } from '../../../../shared/interleave/reading.ts';
import type { Item } from '../../../../shared/model/content.ts';
import { MODALITIES, type ModalityId } from '../../../../shared/model/modality.ts';
import type { Column } from '../columns.ts';
import type { AlignedTable } from './aligned-rows.ts';

/** One of the items of a set, with its column. */
export interface ComparedItem {
  readonly column: Column;
  readonly item: Item;
}

export interface CompareSet {
  readonly id: string;
  readonly modality: ModalityId;
  /** E.g. `Image 2`. */
  readonly label: string;
  /** Row of the aligned table; undefined for items of the same order. */
  readonly row: number | undefined;
  readonly items: readonly ComparedItem[];
}

/** Sets of an aligned table: the items of each row, with what was moved elsewhere. */
export function alignedSets({ rows }: Pick<AlignedTable, 'rows'>): CompareSet[] {
  const byRow = new Map(rows.map((row) => [row.index, row]));
  const seen = new Map<ModalityId, number>();
  return rows.flatMap((row): CompareSet[] => {
    if (!row.isItem) return [];
    const items = row.cells.flatMap((cell): ComparedItem[] => {
      const { column, moved } = cell;
      if (cell.item !== undefined) return [{ column, item: cell.item }];
      if (moved === undefined) return [];
      const there = byRow.get(moved.row)?.cells.find((each) => each.column.id === column.id);
      return there?.item === undefined ? [] : [{ column, item: there.item }];
    });
    const number = (seen.get(row.modality) ?? 0) + 1;
    seen.set(row.modality, number);
    if (items.length < 2) return [];
    const { modality, index } = row;
    return [{ id: `row:${index}`, modality, label: labelOf(modality, number), row: index, items }];
  });
}

/** Sets of columns that are not aligned: the nth item of each modality of every column. */
export function orderedSets(columns: readonly Column[]): CompareSet[] {
  const sets = new Map<string, { modality: ModalityId; number: number; items: ComparedItem[] }>();
  for (const column of columns) {
    if (column.id === 'task') continue;
    const counts = new Map<ModalityId, number>();
    const byTag = new Map((column.sequence?.items ?? []).map((item) => [item.tag, item]));
    for (const block of readingBlocks(column.sequence?.segments ?? [])) {
      if (block.kind !== 'item') continue;
      const { modality, tag } = block.segment;
      const number = (counts.get(modality) ?? 0) + 1;
      counts.set(modality, number);
      const item = byTag.get(tag);
      if (item === undefined) continue;
      const id = `${modality}:${number}`;
      const set = sets.get(id) ?? { modality, number, items: [] };
      set.items.push({ column, item });
      sets.set(id, set);
    }
  }
  return [...sets]
    .filter(([, { items }]) => items.length >= 2)
    .map(([id, { modality, number, items }]) => ({
      id,
      modality,
      label: labelOf(modality, number),
      row: undefined,
      items,
    }));
}

/** The set that holds an item. */
export function setOf(
  sets: readonly CompareSet[],
  columnId: string,
  tag: string,
): CompareSet | undefined {
  return sets.find(({ items }) =>
    items.some(({ column, item }) => column.id === columnId && item.tag === tag),
  );
}

const labelOf = (modality: ModalityId, number: number) => `${MODALITIES[modality].label} ${number}`;
