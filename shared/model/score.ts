import { z } from 'zod';

/** Why something has no figure. Each is its own state and is never averaged as 0. */
export const UNSCORED_CODES = [
  'not-run',
  'media-missing',
  'media-broken',
  'media-too-large', // above the stated limit, refused before it is decoded
  'media-too-small', // too few pixels, samples or points for the formula
  'unsupported',
  'judge-failed', // the judge gave no usable answer
  'caption-failed', // a captioner gave none, so nothing was judged
  'no-reference',
  'timeout', // took longer than an item may; the worker was ended
  'changed-while-read',
  'worker-ended', // the worker ran out of memory or broke down on it
  'imported-null', // an official result file holds null
  'imported-error-caption', // an official file judged a missing medium by its error text
] as const;
export const UnscoredCode = z.enum(UNSCORED_CODES);
export type UnscoredCode = z.infer<typeof UnscoredCode>;

/** Where a figure comes from; shown beside it wherever it stands. */
export const ScoreSource = z.object({
  kind: z.enum(['computed', 'imported', 'human', 'published']),
  /** Path of the imported file, or the judge's model name; absent for computed figures. */
  origin: z.string().optional(),
  /** True for hand-written example results of the demo: labelled as examples wherever they show. */
  isExample: z.boolean().default(false),
  /** How an imported scale was read, e.g. `s/5`, `as is`. */
  scale: z.string().optional(),
});
export type ScoreSource = z.infer<typeof ScoreSource>;

/** The outcome of one metric: a figure in the metric's range, or the reason why there is none. */
export type Outcome<E = unknown> =
  | { readonly status: 'scored'; readonly value: number; readonly evidence?: E }
  | { readonly status: 'unscored'; readonly code: UnscoredCode; readonly reason: string };

/** A kept score: one metric of one response (`tag` absent) or of one of its items. */
export const Score = z.object({
  metric: z.string(),
  metricVersion: z.int(),
  tag: z.string().optional(),
  /** In [0, 1]; absent when unscored. */
  value: z.number().min(0).max(1).optional(),
  /** The figure on its own scale, as imported or judged, e.g. 4 of 5 or 91.1 of 100. */
  raw: z.number().optional(),
  unscored: z.object({ code: UnscoredCode, reason: z.string() }).optional(),
  /** Evidence kept with the score: per-modality counts, components, judge's reason … */
  evidence: z.unknown().optional(),
  source: ScoreSource,
});
export type Score = z.infer<typeof Score>;

/** What a metric says of itself; tables and the anatomy are drawn from these. */
export const MetricDescriptor = z.object({
  id: z.string(),
  version: z.int(),
  label: z.string(),
  title: z.string(),
  scope: z.enum(['response', 'item']),
  range: z.tuple([z.number(), z.number()]),
  better: z.enum(['higher', 'lower']),
  source: z.string(),
  /** One sentence: what the figure is worth. */
  note: z.string().optional(),
});
export type MetricDescriptor = z.infer<typeof MetricDescriptor>;
