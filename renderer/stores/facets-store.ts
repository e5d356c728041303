import { create } from 'zustand';
import type { FacetCounts, FacetId, InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

interface Facets {
  readonly facets: FacetCounts;
  readonly total: number;
}

export const useFacetsStore = create<{ readonly facets: AsyncData<Facets> }>(() => ({
  facets: idle,
}));

const loader = createLoader<Facets>(
  () => useFacetsStore.getState().facets,
  (facets) => useFacetsStore.setState({ facets }),
);

export function loadFacets(filter: InstanceFilter, models: readonly string[]): Promise<void> {
  return loader.run((signal) =>
    api.call('instances.facets', { filter, models: [...models] }, signal),
  );
}

export function clearFacets(): void {
  loader.reset();
}

const none: readonly never[] = [];

/** Values of one facet with their counts over all other conditions. */
export function useFacet(facet: FacetId): readonly { value: string; count: number }[] {
  return useFacetsStore(
    (state) => latest(state.facets)?.facets.find((entry) => entry.facet === facet)?.values ?? none,
  );
}
