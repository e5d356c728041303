// Aggregates over many instances. Whatever cannot be computed has no value here (never NaN, never 0),
// and a note says why.
import { z } from 'zod';
import { InstanceFilter } from './filter.ts';
import { GroupBy, IntervalMethod, ReportRow } from './report.ts';

/** What can stand in the way of a figure. */
export const AnalysisNoteCode = z.enum([
  'no-instances', // the filter leaves none
  'no-models', // the project has none
  'one-model', // what compares has nothing to compare
  'no-figures', // nobody has a figure of this metric
  'no-overlap', // no instance has figures of both
  'all-ties', // every difference is 0: there is nothing to test
  'one-instance', // a mean of one has no spread
  'no-groups', // no instance says to which group it belongs
  'low-support', // every slice is smaller than asked for
]);
export type AnalysisNoteCode = z.infer<typeof AnalysisNoteCode>;

/** What cannot be computed, or holds with a limit, and why; written for people. */
export const AnalysisNote = z.object({
  code: AnalysisNoteCode,
  message: z.string(),
  metric: z.string().optional(),
  models: z.array(z.string()).optional(),
});
export type AnalysisNote = z.infer<typeof AnalysisNote>;

/** 95 % interval, low end first. */
export const Interval95 = z.tuple([z.number(), z.number()]);

/** What is aggregated: of which instances, whose figures (all when empty), which (all that exist when empty). */
export const AnalysisScope = z.object({
  filter: InstanceFilter.default({}),
  models: z.array(z.string()).max(64).default([]),
  metrics: z.array(z.string()).max(64).default([]),
});
export type AnalysisScope = z.infer<typeof AnalysisScope>;

/** A group of instances under one name; `group` is a value of the facet that was grouped by, or `all`. */
const GroupSize = z.object({ group: z.string(), instances: z.int().min(0) });

/** Means of every model, group and metric, in that order; abs before rel. */
export const Leaderboard = z.object({
  rows: z.array(ReportRow),
  groups: z.array(GroupSize),
  instances: z.int().min(0),
  /** False while intervals are still computed; `analysis.changed` follows, and asking again is free. */
  isComplete: z.boolean(),
  notes: z.array(AnalysisNote),
});
export type Leaderboard = z.infer<typeof Leaderboard>;

/** What the columns of a heat map, or the axes of a radar, can be. */
export const HeatBy = z.enum([...GroupBy.options, 'inputModality', 'outputModality']);
export type HeatBy = z.infer<typeof HeatBy>;

/** Means of one metric, model × group. */
export const HeatMatrix = z.object({
  metric: z.string(),
  by: HeatBy,
  mode: z.enum(['abs', 'rel']),
  models: z.array(z.string()),
  groups: z.array(GroupSize.extend({ /** Of a subdomain. */ field: z.string().optional() })),
  /** Row by row: the models' in their order, each with one a group. */
  cells: z.array(
    z.object({
      model: z.string(),
      group: z.string(),
      mean: z.number().optional(),
      n: z.int().min(0),
      nUnscored: z.int().min(0),
      tau: z.number().min(0).max(1),
    }),
  ),
  notes: z.array(AnalysisNote),
});
export type HeatMatrix = z.infer<typeof HeatMatrix>;

/** How a metric falls from easy to hard. */
export const DifficultyGradient = z.object({
  metric: z.string(),
  models: z.array(
    z.object({
      model: z.string(),
      /** Easy, medium, hard: always three. */
      points: z.array(
        z.object({
          difficulty: z.enum(['1', '2', '3']),
          mean: z.number().optional(),
          ci95: Interval95.optional(),
          method: IntervalMethod.optional(),
          n: z.int().min(0),
          nUnscored: z.int().min(0),
        }),
      ),
      /** Mean of easy minus mean of hard, with Welch's interval; absent where either has fewer than two. */
      drop: z.object({ value: z.number(), ci95: Interval95, p: z.number() }).optional(),
    }),
  ),
  /** Instances whose record does not say how difficult they are. */
  nUnknown: z.int().min(0),
  notes: z.array(AnalysisNote),
});
export type DifficultyGradient = z.infer<typeof DifficultyGradient>;

const Counted = z.object({ value: z.string(), count: z.int().min(0) });
/** Instances that are easy, medium, hard, and of unknown difficulty. */
const ByDifficulty = z.tuple([z.int(), z.int(), z.int(), z.int()]);

/** How the sizes of one side are spread over the instances that have it. */
const SizeHistogram = z.object({
  side: z.enum(['task', 'reference']),
  /** Characters of the raw content, or distinct items that the side brings itself. */
  of: z.enum(['characters', 'items']),
  n: z.int().min(0),
  median: z.number().optional(),
  /** One more than counts; `edge ≤ size < next edge`. */
  edges: z.array(z.number()),
  counts: z.array(z.int().min(0)),
  /** As large as the last edge, or larger: so few that they would hide the others. */
  nAbove: z.int().min(0),
});
export type SizeHistogram = z.infer<typeof SizeHistogram>;

/** What a set of instances consists of; values in the order of the facets. */
export const DatasetStatistics = z.object({
  instances: z.int().min(0),
  fields: z.array(z.object({ field: z.string(), count: z.int(), difficulties: ByDifficulty })),
  subdomains: z.array(
    z.object({
      field: z.string(),
      subdomain: z.string(),
      count: z.int(),
      difficulties: ByDifficulty,
    }),
  ),
  difficulties: ByDifficulty,
  combinations: z.array(Counted),
  capabilities: z.array(Counted),
  /** Instances with at least one item of the modality on that side; `text`: sides of text alone. */
  modalities: z.array(
    z.object({ modality: z.string(), input: z.int(), output: z.int(), either: z.int() }),
  ),
  /** By the number of modalities other than text on both sides together. */
  modalityCounts: z.array(z.object({ modalities: z.int(), count: z.int() })),
  sizes: z.array(SizeHistogram),
  problems: z.object({ instances: z.int(), total: z.int() }),
  models: z.array(z.object({ model: z.string(), answered: z.int(), supported: z.int() })),
  notes: z.array(AnalysisNote),
});
export type DatasetStatistics = z.infer<typeof DatasetStatistics>;
