import type { GroupBy } from '../../../shared/model/report.ts';
import type { Columns } from '../query/columns.ts';
import { listFacetValues } from '../query/facets.ts';

/** Some instances under one name, as indexes into the columns. */
export interface Group {
  readonly name: string;
  readonly indexes: Uint32Array;
}

/** The name of the one group that holds all instances. */
export const ALL = 'all';

/** Groups in the order in which the facets list them; an instance may be in several (capabilities). */
export function groupInstances(columns: Columns, groupBy: GroupBy | undefined): Group[] {
  if (groupBy === undefined) return [{ name: ALL, indexes: everyIndex(columns) }];
  const names = listFacetValues(columns, groupBy);
  return names.map((name) => ({ name, indexes: members(columns, groupBy, name) }));
}

function members(columns: Columns, groupBy: GroupBy, value: string): Uint32Array {
  const code = columns[groupBy].values.indexOf(value);
  if (groupBy === 'capability') {
    const { starts, codes } = columns.capability;
    return everyIndex(columns).filter((index) =>
      codes.subarray(starts[index], starts[index + 1]).includes(code),
    );
  }
  const { codes } = columns[groupBy];
  return everyIndex(columns).filter((index) => codes[index] === code);
}

function everyIndex({ count }: Columns): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => index);
}
