import { z } from 'zod';

export const GroupBy = z.enum(['field', 'subdomain', 'difficulty', 'combination', 'capability']);
export type GroupBy = z.infer<typeof GroupBy>;

/**
 * How an interval of a mean was made: `bootstrap` by 10,000 resamples, `cornish-fisher` by the quantiles
 * that these converge to, from the values' own cumulants, `point` where all values are the same.
 */
export const IntervalMethod = z.enum(['bootstrap', 'cornish-fisher', 'point']);
export type IntervalMethod = z.infer<typeof IntervalMethod>;

/**
 * One aggregate. `mean` and `ci95` are in [0, 1] and absent when n = 0; `n` counts the scored,
 * `nUnscored` those supported without a figure. abs = mean over supported instances, rel = τ · abs.
 *
 * @source arXiv:2603.05075, absolute and relative scores
 */
export const ReportRow = z.object({
  model: z.string(),
  group: z.string(),
  metric: z.string(),
  mode: z.enum(['abs', 'rel']),
  mean: z.number().optional(),
  ci95: z.tuple([z.number(), z.number()]).optional(),
  /** Of `ci95`. */
  method: IntervalMethod.optional(),
  n: z.int().min(0),
  nUnscored: z.int().min(0),
  tau: z.number().min(0).max(1),
  /** Which rule decided what the model supports: its manifest, or "has a response". */
  supportRule: z.enum(['manifest', 'has-response']),
});
export type ReportRow = z.infer<typeof ReportRow>;
