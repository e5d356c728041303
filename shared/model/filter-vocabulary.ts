import { z } from 'zod';
import { FacetId } from './filter.ts';

/** What an expression may name in a project: for reading it strictly, and for completing it. */
export const FilterVocabulary = z.object({
  /** Values that the project has, by facet, in the order in which they are listed. */
  values: z.partialRecord(FacetId, z.array(z.string())),
  /** Tags of the taxonomy and tags in use, with what they are called. */
  tags: z.array(z.object({ id: z.string(), label: z.string() })),
  /** In their order. */
  models: z.array(z.string()),
  /** Metrics that there are, and the models that have figures of them; perhaps none. */
  metrics: z.array(z.object({ id: z.string(), title: z.string(), models: z.array(z.string()) })),
});
export type FilterVocabulary = z.infer<typeof FilterVocabulary>;
