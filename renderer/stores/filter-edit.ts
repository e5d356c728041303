// Pure changes of a filter; every one leaves the filter in its shortest form, so that "no filter" has
// one spelling and one address.
import type { FacetId, InstanceFilter } from '../../shared/model/filter.ts';
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
