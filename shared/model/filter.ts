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
  'scoreState',
  'rated',
] as const;
export const FacetId = z.enum(FACET_IDS);
export type FacetId = z.infer<typeof FacetId>;

/** States of a filter's `state`. */
export const INSTANCE_STATES = ['answered', 'unanswered', 'problems'] as const;

/** The value that stands for "the record does not say", e.g. an absent difficulty. */
export const UNKNOWN_VALUE = 'unknown';

/**
 * What a model's response may be, as its figures tell; values of the facet `scoreState`, which an
 * instance has when one of the models chosen is in that state.
 *
 * - `complete`: a figure of every metric that the model has figures of; `partial`; `none`: no figure;
 * - `failed`: a scoring was tried and gave none; `noResponse`.
 */
export const SCORE_STATES = ['complete', 'partial', 'none', 'failed', 'noResponse'] as const;

/**
 * Sets that one click gives. A and B are the first two models chosen; where one model is enough it may
 * be any of those chosen. What each means in figures is told with its count (`ModeCount.means`).
 */
export const INSTANCE_MODES = [
  'aWorse',
  'bWorse',
  'different',
  'failed',
  'unscored',
  'flagged',
  'judgeHighQualityLow',
  'judgeQualityFlip',
  'repeatsDisagree',
  'importedAgainstOwn',
  'missingMediaJudged',
] as const;
export const InstanceMode = z.enum(INSTANCE_MODES);
export type InstanceMode = z.infer<typeof InstanceMode>;

/**
 * Figures of one metric and model, or, with a second model, of model − modelB, that lie in
 * `min ≤ figure < max`; a max of 1 or more is no limit, so that the last part of [0, 1] holds 1.
 * Differences are taken to 12 decimals, so that 0.8 − 0.6 is 0.2.
 */
export const ScoreRange = z.object({
  metric: z.string().min(1).max(200),
  model: z.string().min(1).max(500),
  modelB: z.string().min(1).max(500).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type ScoreRange = z.infer<typeof ScoreRange>;

/**
 * Which instances are meant. Values inside one facet are alternatives (or), except the modality
 * facets, where all named must be present; facets are joined by and. An empty filter means all.
 */
export const InstanceFilter = z.object({
  search: z.string().max(1000).optional(),
  facets: z.partialRecord(FacetId, z.array(z.string())).optional(),
  /** Only instances for which one of the models chosen is in this state. */
  state: z.enum(INSTANCE_STATES).optional(),
  /** All must hold; several of the same figure narrow each other. */
  ranges: z.array(ScoreRange).max(100).optional(),
  mode: InstanceMode.optional(),
  /** Metric that `aWorse`, `bWorse` and `different` are about; `ModeCounts.metric` when absent. */
  modeMetric: z.string().min(1).max(200).optional(),
  /** In the language of `shared/filter`; holds beside everything else. */
  expression: z.string().max(4000).optional(),
  /** Only these, e.g. rows that were selected by hand; unknown ones mean nothing. Never in an address. */
  keys: z.array(z.string().max(1000)).max(10_000).optional(),
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
