import { z } from 'zod';

/** Parts that [0, 1] is counted in where nothing else is asked for. */
export const HISTOGRAM_BINS = 20;

/**
 * How the figures of one metric and model are spread over the instances that pass all filters but the
 * range of this very figure. With a second model they are the differences model − modelB.
 */
export const Histogram = z.object({
  metric: z.string(),
  model: z.string(),
  modelB: z.string().optional(),
  /**
   * One more than counts, ascending: part i holds `edges[i] ≤ figure < edges[i + 1]`, the last its upper
   * end, too. Of figures from 0 to 1; of differences so that 0 is in the middle of a part.
   */
  edges: z.array(z.number()),
  counts: z.array(z.int().min(0)),
  /** Instances with a figure; the sum of the counts. */
  n: z.int().min(0),
  /** Instances without one. */
  nUnscored: z.int().min(0),
});
export type Histogram = z.infer<typeof Histogram>;
