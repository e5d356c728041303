// Where a figure of the overview leads: the instances table with the same filter, narrowed to the figure's
// group, its model first, sorted by what was pointed at.
import { printFilter } from '../../../shared/filter/print.ts';
import type { HeatBy } from '../../../shared/model/analysis.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { setFacet, withExpression } from '../../stores/filter-edit.ts';
import type { Route } from '../../stores/route.ts';
import { DEFAULT_SORT } from '../../stores/route-sort.ts';

/** What a figure is over. */
export interface Behind {
  readonly filter: InstanceFilter;
  /** Absent: all groups together. */
  readonly by?: HeatBy | undefined;
  readonly group?: string;
  /** Of a subdomain. */
  readonly field?: string | undefined;
  readonly model?: string;
  readonly metric?: string;
  /** Those with a figure or those without one; absent: both. */
  readonly scored?: boolean;
  /** Models chosen before; they stay beside the figure's own. */
  readonly models?: readonly string[];
}

/** The address of the instances behind a figure; the worst come first. */
export function routeBehind(behind: Behind): Partial<Route> {
  const { by, group, field, model, metric, models = [] } = behind;
  let filter = behind.filter;
  if (by !== undefined && group !== undefined) filter = setFacet(filter, by, [group]);
  if (by === 'subdomain' && field !== undefined) filter = setFacet(filter, 'field', [field]);
  const others = models.filter((name) => name !== model);
  const sort =
    model === undefined || metric === undefined
      ? DEFAULT_SORT
      : ({ by: 'score', metric, model, descending: false } as const);
  return {
    screen: 'instances',
    filter: withScored(filter, behind),
    sort,
    ...(model === undefined ? {} : { models: [model, ...others].slice(0, 4) }),
  };
}

function withScored(filter: InstanceFilter, { model, metric, scored }: Behind): InstanceFilter {
  if (model === undefined || metric === undefined || scored === undefined) return filter;
  const holds = { kind: 'scored', figure: { kind: 'score', metric, model } } as const;
  return withExpression(filter, printFilter(scored ? holds : { kind: 'not', part: holds }));
}

/** A part of a histogram of sizes: `from ≤ size < to`. */
export interface SizeBehind {
  readonly side: 'task' | 'reference';
  readonly of: 'characters' | 'items';
  readonly from: number;
  readonly to: number;
}

/** The address of the instances whose task or reference is so large. */
export function routeOfSize(
  filter: InstanceFilter,
  { side, of, from, to }: SizeBehind,
): Partial<Route> {
  const figure = { kind: of === 'characters' ? 'length' : 'items', of: { kind: side } } as const;
  const between = printFilter({
    kind: 'and',
    parts: [
      { kind: 'compare', figure, op: '>=', value: from },
      { kind: 'compare', figure, op: '<', value: to },
    ],
  });
  return { screen: 'instances', filter: withExpression(filter, between), sort: DEFAULT_SORT };
}
