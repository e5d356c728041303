import { z } from 'zod';

/** Why two things stand in one row; what each means is told at `PairReason` in `interleave/align`. */
export const AlignmentReason = z.enum(['order', 'similarity', 'place', 'tag', 'moved', 'hand']);
export type AlignmentReason = z.infer<typeof AlignmentReason>;

export const AlignmentSimilarity = z.object({
  value: z.number().min(0).max(1),
  by: z.enum(['text', 'caption', 'picture', 'duration', 'size']),
});
export type AlignmentSimilarity = z.infer<typeof AlignmentSimilarity>;

const Why = {
  reason: AlignmentReason.optional(),
  similarity: AlignmentSimilarity.optional(),
};

/** What one column has in a row: a block of `readingBlocks`, by its index. */
export const AlignmentCell = z.object({
  /** Into `Alignment.columns`. */
  column: z.int().min(0),
  index: z.int().min(0),
  /** Absent in the centre, and for what opened a row of its own. */
  ...Why,
});
export type AlignmentCell = z.infer<typeof AlignmentCell>;

/** A pair that cannot share a row, because others cross it. */
export const AlignmentLink = z.object({
  column: z.int().min(0),
  index: z.int().min(0),
  centreIndex: z.int().min(0),
  ...Why,
});
export type AlignmentLink = z.infer<typeof AlignmentLink>;

/**
 * The reference and some models' responses as one table. What is in the rows are the reading blocks of
 * each side's segments (`interleave/reading.ts`), so that no sentence is torn apart.
 */
export const Alignment = z.object({
  /** `reference`, then `model:NAME`, in the order of the models. */
  columns: z.array(z.object({ id: z.string(), blocks: z.int().min(0) })),
  /** The column that the others are paired with; the first model where there is no reference. */
  centre: z.int().min(0),
  /** Each block of each column stands in exactly one row, in reading order from top to bottom. */
  rows: z.array(z.array(AlignmentCell)),
  links: z.array(AlignmentLink),
  /**
   * The task beside them: blocks `from` to before `to` begin at `row`. A block that names an expected
   * item stands at its row, where the order allows it; the others follow on.
   */
  task: z.array(z.object({ row: z.int().min(0), from: z.int().min(0), to: z.int().min(0) })),
  /** Pairs that somebody made, for models that have any. */
  hand: z.array(
    z.object({
      model: z.string(),
      pairs: z.int().min(0),
      /** Made for another text of the response or of the reference: they do not hold. */
      stale: z.int().min(0),
    }),
  ),
  /** True while files are still looked at; `alignment.changed` tells when to ask again. */
  isPending: z.boolean(),
});
export type Alignment = z.infer<typeof Alignment>;
