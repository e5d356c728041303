import { create } from 'zustand';
import type { FacetCounts, FacetId, InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

interface Facets {
  readonly facets: FacetCounts;
  readonly total: number;
}

interface FacetsState {
  readonly facets: AsyncData<Facets>;
  /** The last ones that came; they stay to be clicked while a search cannot be read. */
  readonly last: Facets | undefined;
}

export const useFacetsStore = create<FacetsState>(() => ({ facets: idle, last: undefined }));

const loader = createLoader<Facets>(
  () => useFacetsStore.getState().facets,
  (facets) =>
    useFacetsStore.setState(facets.status === 'ready' ? { facets, last: facets.data } : { facets }),
);

export function loadFacets(filter: InstanceFilter, models: readonly string[]): Promise<void> {
  return loader.run((signal) =>
    api.call('instances.facets', { filter, models: [...models] }, signal),
  );
}

export function clearFacets(): void {
  loader.reset();
  useFacetsStore.setState({ last: undefined });
}

const none: readonly never[] = [];

/** Values of one facet with their counts over all other conditions. */
export function useFacet(facet: FacetId): readonly { value: string; count: number }[] {
  return useFacetsStore(
    (state) => state.last?.facets.find((entry) => entry.facet === facet)?.values ?? none,
  );
}
