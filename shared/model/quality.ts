import { z } from 'zod';

/** One named figure behind a quality score or an inspection, on its own scale. */
export const Figure = z.object({
  /** Absent when the figure does not exist for this file, e.g. the loudness of silence. */
  value: z.number().optional(),
  /** `dB`, `LUFS`, `s`, `Hz`, `°`, `count`; `''` for a plain ratio. */
  unit: z.string(),
  /** Least and greatest value that the figure can take. */
  range: z.tuple([z.number(), z.number()]).readonly(),
  /** What the figure contributes, 0 (worst) to 1 (best), where the profile rates it. */
  score: z.number().optional(),
  /** Weight of `score` in the mean it enters. */
  weight: z.number().optional(),
  /** `factor`: multiplied into the score; `diagnostic`: shown, not part of the score. */
  role: z.enum(['factor', 'diagnostic']).optional(),
  /** Said only where the figure needs it, e.g. what the official code does with it. */
  note: z.string().optional(),
});
export type Figure = z.infer<typeof Figure>;

/** What is kept with a quality score: every figure that it was made of. */
export const QualityEvidence = z.object({
  profile: z.string(),
  version: z.number(),
  /** On the official scale, 0..100, two decimals. */
  score: z.number(),
  /** Named as in the profile's description. */
  components: z.record(z.string(), Figure),
  /** About this file, e.g. "first of 12 frames". */
  notes: z.array(z.string()).readonly(),
  /** What a figure of this profile is worth; shown wherever the score is opened. */
  worth: z.string().optional(),
});
export type QualityEvidence = z.infer<typeof QualityEvidence>;

/** Something to look at in a file, with its place where it has one; counted from 1. */
export const Finding = z.object({
  /** e.g. `syntax-error`, `empty-page`, `clipping`, `non-manifold-edge`. */
  kind: z.string(),
  message: z.string(),
  line: z.number().optional(),
  /** In UTF-16 code units. */
  column: z.number().optional(),
  page: z.number().optional(),
  /** Part of a recording or video. */
  startMs: z.number().optional(),
  endMs: z.number().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What stands beside an official score and never enters it. */
export const Inspection = z.object({
  profile: z.string(),
  version: z.number(),
  /** What the file is, for people, e.g. `Python` or `PDF`. */
  type: z.string(),
  figures: z.record(z.string(), Figure),
  findings: z.array(Finding).readonly(),
  notes: z.array(z.string()).readonly(),
});
export type Inspection = z.infer<typeof Inspection>;
