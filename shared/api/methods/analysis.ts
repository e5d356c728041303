// Figures over many instances.
import { z } from 'zod';
import {
  AnalysisNote,
  AnalysisScope,
  DatasetStatistics,
  DifficultyGradient,
  HeatBy,
  HeatMatrix,
  Leaderboard,
} from '../../model/analysis.ts';
import {
  FlipReport,
  ModelMatrix,
  PairComparison,
  PairPoints,
  SliceDimension,
  SliceReport,
} from '../../model/comparison.ts';
import { InstanceFilter } from '../../model/filter.ts';
import { PublishedResults } from '../../model/published.ts';
import { GroupBy, ReportRow } from '../../model/report.ts';
import { None, query } from './define.ts';

/** Two models over the filtered instances. */
const Pair = z.object({ a: z.string(), b: z.string(), filter: InstanceFilter.default({}) });

export const analysisMethods = {
  /** As `analysis.leaderboard`, but answered when every interval is there. */
  'report.rows': query(
    AnalysisScope.extend({ groupBy: GroupBy.optional() }),
    z.object({ rows: z.array(ReportRow), notes: z.array(AnalysisNote) }),
  ),

  /** Means at once, intervals behind them: see `isComplete`. */
  'analysis.leaderboard': query(
    AnalysisScope.extend({ groupBy: GroupBy.optional() }),
    z.object({ leaderboard: Leaderboard }),
  ),

  /** What papers print; marked as published, never recomputed. */
  'analysis.published': query(None, z.object({ published: PublishedResults })),

  /** Of one metric (the first that has figures when none is named), model × group; also what a radar shows. */
  'analysis.heat': query(
    AnalysisScope.omit({ metrics: true }).extend({
      by: HeatBy,
      metric: z.string().optional(),
      mode: z.enum(['abs', 'rel']).default('abs'),
    }),
    z.object({ heat: HeatMatrix }),
  ),
  'analysis.gradient': query(
    AnalysisScope.omit({ metrics: true }).extend({ metric: z.string().optional() }),
    z.object({ gradient: DifficultyGradient }),
  ),
  'analysis.dataset': query(
    z.object({ filter: InstanceFilter.default({}) }),
    z.object({ dataset: DatasetStatistics }),
  ),

  /** Paired differences of every metric that both have; Holm over the metrics answered. */
  'compare.pair': query(
    Pair.extend({
      metrics: AnalysisScope.shape.metrics,
      /** From which difference an instance counts as improved or regressed. */
      threshold: z.number().gt(0).max(1).default(0.1),
    }),
    z.object({ comparison: PairComparison }),
  ),
  'compare.points': query(
    Pair.extend({ metric: z.string(), gaps: z.int().min(0).max(500).default(20) }),
    z.object({ points: PairPoints }),
  ),

  /** Which slices differ most from the rest: of A − B, or of A alone when there is no B. */
  'compare.slices': query(
    Pair.partial({ b: true }).extend({
      metric: z.string(),
      dimensions: z
        .array(SliceDimension)
        .max(8)
        .default(['field', 'difficulty', 'inputModality', 'outputModality', 'length']),
      /** How many dimensions may be crossed. */
      depth: z.int().min(1).max(4).default(2),
      minSupport: z.int().min(2).max(100_000).default(30),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.object({ report: SliceReport }),
  ),
  'compare.flips': query(
    Pair.extend({
      judge: z.string().default('SC'),
      quality: z.string().default('GQ'),
      limit: z.int().min(0).max(500).default(50),
    }),
    z.object({ report: FlipReport }),
  ),

  /** All of them against each other; Holm over all pairs and metrics answered. */
  'compare.matrix': query(
    AnalysisScope.extend({ models: z.array(z.string()).max(8).default([]) }),
    z.object({ matrix: ModelMatrix }),
  ),
} as const;
