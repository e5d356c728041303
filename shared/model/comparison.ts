// Models against each other on the same instances. A difference is always first minus second.
import { z } from 'zod';
import { AnalysisNote, Interval95 } from './analysis.ts';
import { InstanceFilter } from './filter.ts';
import { IntervalMethod } from './report.ts';

const Count = z.int().min(0);
const Probability = z.number().min(0).max(1);

/** What two models have in common of one metric; tests are two-sided. */
export const PairedTest = z.object({
  /** Instances with a figure of both. */
  n: Count,
  /** Over these n. */
  meanDiff: z.number().optional(),
  ci95: Interval95.optional(),
  method: IntervalMethod.optional(),
  /** The first is better, they are the same, the second is better. */
  wins: Count,
  ties: Count,
  losses: Count,
  pSign: Probability.optional(),
  pWilcoxon: Probability.optional(),
  /** Exact for up to 50 differences without ties and zeros, else by the normal approximation. */
  wilcoxon: z.enum(['exact', 'normal']).optional(),
  /** `pWilcoxon` after Holm, over all tests in the same answer. */
  pHolm: Probability.optional(),
  /** Matched-pairs rank-biserial correlation, in [-1, 1]: how one-sided the differences are. */
  effect: z.number().min(-1).max(1).optional(),
});
export type PairedTest = z.infer<typeof PairedTest>;

/** One metric of two models. */
export const PairMetric = PairedTest.extend({
  metric: z.string(),
  /** Over the n in common. */
  meanA: z.number().optional(),
  meanB: z.number().optional(),
  /** Instances with a figure of one only. */
  nOnlyA: Count,
  nOnlyB: Count,
  /** From A to B: instances on which B is better, or worse, by at least the threshold. */
  improved: Count,
  regressed: Count,
});
export type PairMetric = z.infer<typeof PairMetric>;

export const PairComparison = z.object({
  a: z.string(),
  b: z.string(),
  instances: Count,
  threshold: z.number(),
  metrics: z.array(PairMetric),
  notes: z.array(AnalysisNote),
});
export type PairComparison = z.infer<typeof PairComparison>;

/** An instance on which two models differ. */
export const Gap = z.object({ key: z.string(), a: z.number(), b: z.number(), delta: z.number() });

/** Two models' figures as points, in the order of the keys; only instances with both. */
export const PairPoints = z.object({
  a: z.string(),
  b: z.string(),
  metric: z.string(),
  keys: z.array(z.string()),
  /** Rounded to six decimals; `ys` are those of B. */
  xs: z.array(z.number()),
  ys: z.array(z.number()),
  nOnlyA: Count,
  nOnlyB: Count,
  nNeither: Count,
  /** The largest differences either way, largest first. */
  gaps: z.object({ aBetter: z.array(Gap), bBetter: z.array(Gap) }),
  notes: z.array(AnalysisNote),
});
export type PairPoints = z.infer<typeof PairPoints>;

/** What slices are made of. `length` is a quarter of the instances by the length of their task. */
export const SliceDimension = z.enum([
  'field',
  'subdomain',
  'difficulty',
  'inputModality',
  'outputModality',
  'combination',
  'capability',
  'length',
]);
export type SliceDimension = z.infer<typeof SliceDimension>;

/** Instances that share some values, and how the figure is among them. */
export const Slice = z.object({
  terms: z.array(z.object({ dimension: SliceDimension, value: z.string() })),
  /** What was asked for, narrowed to the slice. */
  filter: InstanceFilter,
  /** Instances with a figure (of both models where there are two). */
  n: Count,
  meanA: z.number(),
  meanB: z.number().optional(),
  /** Mean difference of the two, or mean of the one model. */
  mean: z.number(),
  /** Student's. */
  ci95: Interval95,
  /** Mean inside minus mean of all others. */
  contrast: z.number(),
  contrastCi95: Interval95,
  /** `contrast` in standard deviations (Hedges' g). */
  effect: z.number(),
  /** That inside and outside are the same; Welch's t. */
  p: Probability,
  pHolm: Probability,
  /** After Benjamini and Hochberg: the share of false discoveries when everything up to here is believed. */
  pBh: Probability,
});
export type Slice = z.infer<typeof Slice>;

export const SliceReport = z.object({
  a: z.string(),
  b: z.string().optional(),
  metric: z.string(),
  /** Over all instances under the filter. */
  overall: z.object({ n: Count, mean: z.number().optional() }),
  /**
   * Those that differ after Benjamini and Hochberg (5 %) first, by the size of their contrast; then the
   * others, the least probable first. One that differs no more than a wider slice does is left out.
   */
  slices: z.array(Slice),
  /** Slices that were tested, and so corrected for; and those left out as too small. */
  nTested: Count,
  nTooSmall: Count,
  minSupport: Count,
  notes: z.array(AnalysisNote),
});
export type SliceReport = z.infer<typeof SliceReport>;

/** Who is better. */
export const Better = z.enum(['a', 'tie', 'b']);
export type Better = z.infer<typeof Better>;

/** Where the order of two models by judge and by quality differ. */
export const FlipReport = z.object({
  a: z.string(),
  b: z.string(),
  judge: z.string(),
  quality: z.string(),
  /** Instances with all four figures. */
  n: Count,
  /** All nine, by judge and then by quality. */
  table: z.array(z.object({ byJudge: Better, byQuality: Better, count: Count })),
  /** One model is better by the judge, the other by quality. */
  nFlips: Count,
  /** The largest first, by the smaller of both differences. */
  flips: z.array(
    z.object({
      key: z.string(),
      judgeA: z.number(),
      judgeB: z.number(),
      qualityA: z.number(),
      qualityB: z.number(),
    }),
  ),
  notes: z.array(AnalysisNote),
});
export type FlipReport = z.infer<typeof FlipReport>;

/** Scores by model, on what all of them have in common, and every pair of them. */
export const ModelMatrix = z.object({
  models: z.array(z.string()),
  instances: Count,
  rows: z.array(
    z.object({
      metric: z.string(),
      /** Instances with a figure of every model. */
      nCommon: Count,
      /** In the order of the models. */
      cells: z.array(
        z.object({
          model: z.string(),
          /** Over the instances in common. */
          mean: z.number().optional(),
          ci95: Interval95.optional(),
          method: IntervalMethod.optional(),
          /** Over all of the model's own. */
          meanOwn: z.number().optional(),
          n: Count,
        }),
      ),
      pairs: z.array(PairedTest.extend({ a: z.string(), b: z.string() })),
    }),
  ),
  notes: z.array(AnalysisNote),
});
export type ModelMatrix = z.infer<typeof ModelMatrix>;
