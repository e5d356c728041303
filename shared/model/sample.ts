import { z } from 'zod';
import { InstanceFilter } from './filter.ts';
import { RatedMetric, RATED_METRICS } from './rating.ts';

/** `single`: one response at a time on the judge's scales; `pairwise`: two models' responses. */
export const SAMPLE_KINDS = ['single', 'pairwise'] as const;
export const SampleKind = z.enum(SAMPLE_KINDS);
export type SampleKind = z.infer<typeof SampleKind>;

/** What strata are made of; of a pair `model` is the pair and `score` the difference. */
export const STRATUM_PARTS = ['score', 'modality', 'model', 'field'] as const;
export const StratumPart = z.enum(STRATUM_PARTS);
export type StratumPart = z.infer<typeof StratumPart>;

/** What is to be drawn. The same draft of the same data draws the same sample. */
export const SampleDraft = z.object({
  name: z.string().trim().min(1).max(120),
  kind: SampleKind.default('single'),
  filter: InstanceFilter.default({}),
  /** Whose responses; all when empty. A pairwise sample draws from every pair of them. */
  models: z.array(z.string()).max(8).default([]),
  /** Asked in this order. A pairwise sample asks for a preference only. */
  metrics: z
    .array(RatedMetric)
    .min(1)
    .default([...RATED_METRICS.slice(0, 3)]),
  strata: z.array(StratumPart).default([...STRATUM_PARTS]),
  /** Metric whose figure falls into the bins. */
  scoreMetric: z.string().max(40).default('SC'),
  /** Of equal width; a response without the figure is in a bin of its own. */
  bins: z.int().min(1).max(10).default(4),
  /** The same number from every stratum, as far as it has them, or in proportion to its size. */
  allocation: z.enum(['equal', 'proportional']).default('equal'),
  size: z.int().min(1).max(10_000),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  /** How many raters share the work; one more than these gets the common units only. */
  raters: z.int().min(1).max(50).default(1),
  /** Share of the sample that every rater gets; the rest is divided among them. */
  overlapShare: z.number().min(0).max(1).default(0.2),
  /** When names and figures are shown: behind each unit, or when a rater is through. */
  reveal: z.enum(['each', 'end']).default('each'),
});
export type SampleDraft = z.infer<typeof SampleDraft>;

/** A cell of the sample. */
export const Stratum = z.object({
  /** The value of each part that strata are made of, e.g. `{model: 'A', score: '0.25–0.50'}`. */
  values: z.partialRecord(StratumPart, z.string()),
  /** Responses (or pairs) that fall into it. */
  population: z.int().min(1),
  /** Drawn of them. */
  size: z.int().min(0),
});
export type Stratum = z.infer<typeof Stratum>;

/** How wide the 95 % intervals of agreement are to be expected with so many ratings. */
export const ExpectedWidths = z.object({
  /** From end to end. */
  kappaQuadratic: z.number().min(0).optional(),
  pearson: z.number().min(0).optional(),
  /** In levels of the scale. */
  signedError: z.number().min(0).optional(),
  /** Of a win rate, in a pairwise sample. */
  winRate: z.number().min(0).optional(),
  /** `measured`: the spread is that of ratings in the project, else an assumed one. */
  basis: z.enum(['measured', 'assumed']),
});
export type ExpectedWidths = z.infer<typeof ExpectedWidths>;

/** What a draft would draw; nothing is written. */
export const SamplePlan = z.object({
  population: z.int().min(0),
  /** What it would draw: less than asked for when there is no more. */
  size: z.int().min(0),
  strata: z.array(Stratum),
  /** Strata that have fewer than an equal share; the others give more for them. */
  exhausted: z.int().min(0),
  /** Strata of which nothing is drawn, because there are more of them than units. */
  empty: z.int().min(0),
  expected: ExpectedWidths,
});
export type SamplePlan = z.infer<typeof SamplePlan>;

/** A rater's part of a sample. */
export const SampleRater = z.object({
  rater: z.string(),
  joinedAt: z.string(),
  total: z.int().min(0),
  done: z.int().min(0),
});
export type SampleRater = z.infer<typeof SampleRater>;

/** A sample that was drawn; it stays as it is, whatever becomes of the data. */
export const Sample = z.object({
  id: z.string(),
  draft: SampleDraft,
  createdAt: z.string(),
  population: z.int().min(0),
  size: z.int().min(0),
  strata: z.array(Stratum),
  raters: z.array(SampleRater),
});
export type Sample = z.infer<typeof Sample>;
