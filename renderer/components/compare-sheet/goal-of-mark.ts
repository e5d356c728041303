import type { CompareEntry, MarkGoal } from '../../modalities/define.ts';

/** Where a chosen mark is among what is compared; undefined where it is on nothing of it. */
export function goalOfMark(
  entries: readonly Pick<CompareEntry, 'id' | 'marks'>[],
  chosen: string | undefined,
): MarkGoal | undefined {
  for (const { id: entryId, marks = [] } of entries) {
    const found = marks.find(({ id }) => id === chosen);
    if (found !== undefined) return { entryId, mark: found.mark };
  }
  return undefined;
}
