import type { FacetId } from '../../../shared/model/filter.ts';
import { tagLabel, useTags } from '../../stores/taxonomy-store.ts';
import { facetValueLabel } from '../../components/facet-labels/facet-labels.ts';

/** A facet's value as people read it; tags by the project's own list. */
export function useFacetValueLabel(): (facet: FacetId, value: string) => string {
  const tags = useTags();
  return (facet, value) =>
    facet === 'tag' && tags.some(({ id }) => id === value)
      ? tagLabel(tags, value)
      : facetValueLabel(facet, value);
}
