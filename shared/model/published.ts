import { z } from 'zod';

/** One figure as a paper prints it, in percent; never recomputed. */
export const PublishedRow = z.object({
  model: z.string(),
  /** A field, or `all` where the paper gives one figure. */
  group: z.string(),
  /** Metric id, or `tau` for the supporting rate. */
  metric: z.string(),
  /** Absent where the table does not say. */
  mode: z.enum(['abs', 'rel']).optional(),
  percent: z.number(),
});
export type PublishedRow = z.infer<typeof PublishedRow>;

/** Published figures with their source, shown beside measured ones and marked as such. */
export const PublishedResults = z.object({
  /** Each a set of figures of one paper. */
  sets: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      /** What the set is over, e.g. a subset of the benchmark. */
      note: z.string().optional(),
      rows: z.array(PublishedRow),
    }),
  ),
  /** Correlation with people, as published. */
  humanAgreement: z.array(z.object({ metric: z.string(), pearson: z.number() })),
  dataset: z.object({
    source: z.string(),
    instances: z.int(),
    combinations: z.int(),
    /** Instances by modality, as published. */
    modalities: z.array(z.object({ modality: z.string(), count: z.int() })),
    /** Easy, medium, hard. */
    difficulties: z.tuple([z.int(), z.int(), z.int()]),
    fields: z.array(
      z.object({
        field: z.string(),
        count: z.int(),
        difficulties: z.tuple([z.int(), z.int(), z.int()]),
      }),
    ),
    subdomains: z.array(
      z.object({
        field: z.string(),
        subdomain: z.string(),
        label: z.string(),
        difficulties: z.tuple([z.int(), z.int(), z.int()]),
      }),
    ),
    capabilities: z.array(z.object({ id: z.string(), label: z.string() })),
  }),
});
export type PublishedResults = z.infer<typeof PublishedResults>;
