import type { Slice, SliceDimension } from '../../../shared/model/comparison.ts';
import { FACET_LABELS, facetValueLabel } from '../../components/facet-labels/facet-labels.ts';

/** What slices are made of, as people read it. */
export function dimensionLabel(dimension: SliceDimension): string {
  return dimension === 'length' ? 'Task length' : FACET_LABELS[dimension];
}

/** A slice in words, e.g. `Difficulty: Hard`, a part a term. */
export function sliceTerms(terms: Slice['terms']): readonly string[] {
  return terms.map(({ dimension, value }) =>
    dimension === 'length'
      ? `${dimensionLabel(dimension)}: ${value} characters`
      : `${dimensionLabel(dimension)}: ${facetValueLabel(dimension, value)}`,
  );
}
