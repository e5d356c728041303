import type { DiffPair } from '../../../components/text-diff/use-text-diff.ts';
import { modelColumns, type Column } from '../columns.ts';
import type { DiffAgainst } from '../layout-params.ts';

/** A column whose text is compared, and the one that it is compared with. */
export interface DiffedColumn extends DiffPair {
  readonly against: Column;
}

/**
 * Which columns are compared with which: every model with the reference, or with the first model, and
 * the first with the second.
 */
export function diffPairs(columns: readonly Column[], diff: DiffAgainst): DiffedColumn[] {
  const models = modelColumns(columns);
  const reference = columns.find(({ id }) => id === 'reference');
  return models.flatMap((column, at): DiffedColumn[] => {
    const against = diff === 'other' ? models[at === 0 ? 1 : 0] : reference;
    if (diff === 'off' || column.sequence === undefined || against?.sequence === undefined)
      return [];
    return [{ id: column.id, own: column.sequence, other: against.sequence, against }];
  });
}
