// Where figures of the comparison lead: the instances table with the same filter narrowed to what was
// pointed at, or one instance with both models beside each other. The largest difference comes first.
import type { FilterNode } from '../../../shared/filter/ast.ts';
import { printFilter } from '../../../shared/filter/print.ts';
import type { InstanceFilter, ScoreRange } from '../../../shared/model/filter.ts';
import type { Brush } from '../../stores/compare-options.ts';
import type { Route } from '../../stores/route.ts';
import { withExpression } from '../../stores/filter-edit.ts';

/** Two models by one metric over a set. */
export interface ComparedBy {
  readonly a: string;
  /** Empty where A is looked at alone. */
  readonly b: string;
  readonly metric: string;
  readonly filter: InstanceFilter;
  /** Models chosen; A and B come first. */
  readonly models: readonly string[];
}

/** How A stands to B. */
export type Outcome = 'win' | 'tie' | 'loss' | 'improved' | 'regressed' | 'both';

/** The difference of a metric compared with a number. */
export function deltaNode(
  { a, b }: Pick<ComparedBy, 'a' | 'b'>,
  metric: string,
  op: '=' | '<' | '<=' | '>' | '>=',
  value: number,
): FilterNode {
  return { kind: 'compare', figure: { kind: 'delta', metric, a, b }, op, value };
}

/** Instances with one outcome; `both`: all that have a figure of both. */
export function outcomeNode(by: ComparedBy, outcome: Outcome, threshold: number): FilterNode {
  const delta = (op: '=' | '<' | '<=' | '>' | '>=', value: number) =>
    deltaNode(by, by.metric, op, value);
  switch (outcome) {
    case 'win':
      return delta('>', 0);
    case 'tie':
      return delta('=', 0);
    case 'loss':
      return delta('<', 0);
    // from A to B: what is better with B has a lower difference
    case 'improved':
      return delta('<=', -threshold);
    case 'regressed':
      return delta('>=', threshold);
    case 'both':
      return delta('>=', -1);
  }
}

/** The table of the instances that fulfil a condition. */
export function routeOfNode(by: ComparedBy, node: FilterNode, isBFirst = false): Partial<Route> {
  const text = printFilter(node);
  // beside another condition alternatives must stay together
  const more = node.kind === 'or' ? `(${text})` : text;
  return routeOfSet(by, withExpression(by.filter, more), isBFirst);
}

/** The table of a set, ordered by the difference; A's lead first unless said otherwise. */
export function routeOfSet(
  by: ComparedBy,
  filter: InstanceFilter,
  isBFirst = false,
): Partial<Route> {
  return { screen: 'instances', filter, ...placesOf(by, isBFirst) };
}

/** The comparison's filter narrowed to a brush. */
export function brushedFilter(by: ComparedBy, brush: Brush): InstanceFilter {
  const { filter, metric, a, b } = by;
  const range = (model: string, min: number, max: number): ScoreRange => ({
    ...{ metric, model, min },
    ...(max >= 1 ? {} : { max }),
  });
  const ranges = [range(a, brush.minA, brush.maxA), range(b, brush.minB, brush.maxB)];
  return { ...filter, ranges: [...(filter.ranges ?? []), ...ranges] };
}

/** One instance with both models; next and previous are those of the set that it was opened from. */
export function routeOfInstance(
  by: ComparedBy,
  key: string,
  filter: InstanceFilter = by.filter,
  isBFirst = false,
): Partial<Route> {
  return { screen: 'instance', key, filter, ...placesOf(by, isBFirst) };
}

function placesOf({ a, b, metric, models }: ComparedBy, isBFirst: boolean): Partial<Route> {
  if (b === '') return { models: [a], sort: { by: 'score', metric, model: a, descending: false } };
  const others = models.filter((name) => name !== a && name !== b);
  return {
    models: [a, b, ...others].slice(0, 4),
    sort: { by: 'delta', metric, modelA: a, modelB: b, descending: !isBFirst },
  };
}
