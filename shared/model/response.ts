import { z } from 'zod';
import { Sequence } from './content.ts';
import { Score } from './score.ts';

/** One model's answer to one instance, with every score kept for it and for its items. */
export const Response = z.object({
  model: z.string(),
  file: z.string(),
  line: z.int().min(1),
  sequence: Sequence,
  /** SHA-256 of content and modal values, hex: what ratings and cached judgements are bound to. */
  contentHash: z.string(),
  scores: z.array(Score),
});
export type Response = z.infer<typeof Response>;

/** A model in the project. */
export const ModelSummary = z.object({
  name: z.string(),
  responses: z.int().min(0),
  unmatched: z.int().min(0),
  /** Metrics with at least one figure. */
  metrics: z.array(z.string()),
  /** True where any of its scores come from hand-written example results. */
  hasExampleScores: z.boolean(),
});
export type ModelSummary = z.infer<typeof ModelSummary>;
