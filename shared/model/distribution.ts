import { z } from 'zod';

/** Equal parts of [0, 1] that a distribution is counted in. */
export const DISTRIBUTION_BINS = 20;

/** Where one figure stands among those of the same metric and model. */
export const DistributionPlace = z.object({
  /** In [0, 1]. */
  value: z.number(),
  /** Figures that are lower. */
  below: z.int().min(0),
  /** Figures that are the same, this one included. */
  equal: z.int().min(1),
  /** Share of the figures below it, those that are the same counted half; in (0, 1). */
  percentile: z.number(),
});
export type DistributionPlace = z.infer<typeof DistributionPlace>;

/** How the figures of one metric and model are spread. */
export const Distribution = z.object({
  model: z.string(),
  metric: z.string(),
  /** Figures in each of {@link DISTRIBUTION_BINS} parts of [0, 1], lowest first; 1 is in the last. */
  bins: z.array(z.int().min(0)),
  /** Instances with a figure. */
  n: z.int().min(0),
  /** Instances among those looked at without one. */
  nUnscored: z.int().min(0),
  /** Of the instance that was named; absent where it has no figure. */
  place: DistributionPlace.optional(),
});
export type Distribution = z.infer<typeof Distribution>;
