// Which items of columns beside each other belong together, so that their viewers move as one. Pure.
import type { Item } from '../../../shared/model/content.ts';
import { alignedSets } from './aligned/compare-sets.ts';
import type { AlignedTable } from './aligned/aligned-rows.ts';
import type { Column } from './columns.ts';

/** Name of an item's group, by column and tag. */
export type LinkGroups = ReadonlyMap<string, string>;

export const linkKey = (columnId: string, tag: string) => JSON.stringify([columnId, tag]);

/**
 * Groups of two or more items: those of a row where the rows are known, else those of one tag; what has a
 * tag of its own goes by its order among such.
 *
 * @param table  the aligned rows, where they are known already
 */
export function linkGroups(
  columns: readonly Column[],
  table: Pick<AlignedTable, 'rows'> | undefined,
): LinkGroups {
  if (table !== undefined) {
    const rows = alignedSets(table).flatMap(({ id, items }) =>
      items.map(({ column, item }) => [linkKey(column.id, item.tag), id] as const),
    );
    return new Map(rows);
  }
  const members = new Map<string, string[]>();
  const join = (group: string, columnId: string, tag: string) =>
    members.set(group, [...(members.get(group) ?? []), linkKey(columnId, tag)]);
  // the task's items are the input: an answer has none of them
  const sides = columns
    .filter(({ id }) => id !== 'task')
    .map(({ id, sequence }) => ({ id, items: sequence?.items ?? [] }));
  const counts = new Map<string, number>();
  for (const { items } of sides)
    for (const item of items) counts.set(byTag(item), (counts.get(byTag(item)) ?? 0) + 1);
  for (const { id, items } of sides) {
    const alone = new Map<string, number>();
    for (const item of items) {
      if ((counts.get(byTag(item)) ?? 0) > 1) {
        join(byTag(item), id, item.tag);
        continue;
      }
      const rank = alone.get(item.modality) ?? 0;
      alone.set(item.modality, rank + 1);
      join(`${item.modality} alone ${rank}`, id, item.tag);
    }
  }
  return new Map(
    [...members].flatMap(([group, keys]) =>
      keys.length < 2 ? [] : keys.map((key) => [key, group] as const),
    ),
  );
}

const byTag = ({ modality, tag }: Item) => `${modality} ${tag}`;
