// Pure changes of a filter; every one leaves the filter in its shortest form, so that "no filter" has
// one spelling and one address.
import type { FacetId, InstanceFilter, ScoreRange } from '../../shared/model/filter.ts';
import { toggled } from './toggled.ts';

export function facetValues(filter: InstanceFilter, facet: FacetId): readonly string[] {
  return filter.facets?.[facet] ?? [];
}

export function setFacet(
  filter: InstanceFilter,
  facet: FacetId,
  values: readonly string[],
): InstanceFilter {
  const { facets, ...rest } = filter;
  const { [facet]: _before, ...others } = facets ?? {};
  const next = values.length === 0 ? others : { ...others, [facet]: [...values] };
  return Object.keys(next).length === 0 ? rest : { ...rest, facets: next };
}

export function toggleFacetValue(
  filter: InstanceFilter,
  facet: FacetId,
  value: string,
): InstanceFilter {
  return setFacet(filter, facet, toggled(facetValues(filter, facet), value));
}

export function setSearch(filter: InstanceFilter, search: string): InstanceFilter {
  const { search: _before, ...rest } = filter;
  return search.trim() === '' ? rest : { ...rest, search };
}

export function setState(filter: InstanceFilter, state: InstanceFilter['state']): InstanceFilter {
  const { state: _before, ...rest } = filter;
  return state === undefined ? rest : { ...rest, state };
}

/** A figure that a range may be of. */
export type Figure = Pick<ScoreRange, 'metric' | 'model' | 'modelB'>;

export function isSameFigure(a: Figure, b: Figure): boolean {
  return a.metric === b.metric && a.model === b.model && a.modelB === b.modelB;
}

/** Bounds of one figure; undefined where it has none. */
export function rangeOf(filter: InstanceFilter, figure: Figure): ScoreRange | undefined {
  return filter.ranges?.find((range) => isSameFigure(range, figure));
}

/** Puts a range in the place of that of the same figure; without a bound there is none. */
export function setRange(filter: InstanceFilter, range: ScoreRange): InstanceFilter {
  const { ranges = [], ...rest } = filter;
  const others = ranges.filter((each) => !isSameFigure(each, range));
  const isOpen = range.min === undefined && range.max === undefined;
  const next = isOpen ? others : [...others, range];
  return next.length === 0 ? rest : { ...rest, ranges: next };
}

/** Another one-click set, or all; what the models are compared by stays. */
export function setMode(filter: InstanceFilter, mode: InstanceFilter['mode']): InstanceFilter {
  const { mode: _before, ...rest } = filter;
  return mode === undefined ? rest : { ...rest, mode };
}

/** What the modes compare A and B by; without a metric, the engine's choice. */
export function setModeMetric(filter: InstanceFilter, metric: string | undefined): InstanceFilter {
  const { modeMetric: _before, ...rest } = filter;
  return metric === undefined ? rest : { ...rest, modeMetric: metric };
}

export function setExpression(filter: InstanceFilter, text: string): InstanceFilter {
  const { expression: _before, ...rest } = filter;
  return text.trim() === '' ? rest : { ...rest, expression: text.trim() };
}

/** A filter with one more condition in words. */
export function withExpression(filter: InstanceFilter, more: string): InstanceFilter {
  const { expression } = filter;
  return {
    ...filter,
    expression: expression === undefined ? more : `(${expression}) and ${more}`,
  };
}
