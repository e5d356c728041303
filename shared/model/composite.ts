import { z } from 'zod';
import { ScoreSource, UnscoredCode } from './score.ts';

/** The figure of one item inside a part, or why it has none. */
const PartItem = z.object({
  tag: z.string(),
  value: z.number().min(0).max(1).optional(),
  unscored: z.object({ code: UnscoredCode, reason: z.string() }).optional(),
  source: ScoreSource.optional(),
});

/** A figure that a composite is made of. */
export const CompositePart = z.object({
  /** Metric id, e.g. `SC`. */
  metric: z.string(),
  /** In [0, 1]; of a metric of items the mean over those that have a figure. */
  value: z.number().min(0).max(1).optional(),
  unscored: z.object({ code: UnscoredCode, reason: z.string() }).optional(),
  /** Absent for a metric of items, and where nothing is kept. */
  source: ScoreSource.optional(),
  /** Items with a figure, and generated items without one; 1 and 0 for a response's own figure. */
  n: z.int().min(0),
  nUnscored: z.int().min(0),
  /** Of a metric of items, in the order of the response. */
  items: z.array(PartItem),
});
export type CompositePart = z.infer<typeof CompositePart>;

/** Evidence behind SQCS and ICS of one response: everything that the figure was computed from. */
export const CompositeEvidence = z.object({
  formula: z.string(),
  eta: z.number().min(0).max(1),
  parts: z.array(CompositePart),
});
export type CompositeEvidence = z.infer<typeof CompositeEvidence>;
