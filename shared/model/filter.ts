import { z } from 'zod';

/** Facets of the instances table; a facet's own filter is left out when its counts are made. */
export const FACET_IDS = [
  'field',
  'subdomain',
  'difficulty',
  'inputModality',
  'outputModality',
  'combination',
  'capability',
  'tag',
  'flagged',
  'annotated',
  'mark',
] as const;
export const FacetId = z.enum(FACET_IDS);
export type FacetId = z.infer<typeof FacetId>;

/** The value that stands for "the record does not say", e.g. an absent difficulty. */
export const UNKNOWN_VALUE = 'unknown';

/**
 * Which instances are meant. Values inside one facet are alternatives (or), except the modality
 * facets, where all named must be present; facets are joined by and. An empty filter means all.
 */
export const InstanceFilter = z.object({
  search: z.string().max(1000).optional(),
  facets: z.partialRecord(FacetId, z.array(z.string())).optional(),
  /** Only instances for which one of the models chosen is in this state. */
  state: z.enum(['answered', 'unanswered', 'problems']).optional(),
});
export type InstanceFilter = z.infer<typeof InstanceFilter>;

/** `delta` needs two models; it sorts by score of the first minus score of the second. */
export const InstanceSort = z.discriminatedUnion('by', [
  z.object({ by: z.literal('key'), descending: z.boolean() }),
  z.object({ by: z.literal('difficulty'), descending: z.boolean() }),
  z.object({ by: z.literal('combination'), descending: z.boolean() }),
  z.object({ by: z.literal('problems'), descending: z.boolean() }),
  /** Number of marks in the structure strip of a model's response. */
  z.object({ by: z.literal('marks'), model: z.string(), descending: z.boolean() }),
  z.object({
    by: z.literal('score'),
    metric: z.string(),
    model: z.string(),
    descending: z.boolean(),
  }),
  z.object({
    by: z.literal('delta'),
    metric: z.string(),
    modelA: z.string(),
    modelB: z.string(),
    descending: z.boolean(),
  }),
]);
export type InstanceSort = z.infer<typeof InstanceSort>;

export const FacetCounts = z.array(
  z.object({
    facet: FacetId,
    values: z.array(z.object({ value: z.string(), count: z.int().min(0) })),
  }),
);
export type FacetCounts = z.infer<typeof FacetCounts>;
