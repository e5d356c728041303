import { z } from 'zod';
import { Problem } from './problem.ts';

/** What an import is to read. Paths are files or folders on the engine's machine. */
export const ImportRequest = z.object({
  dataset: z.string().optional(),
  captions: z.string().optional(),
  predictions: z
    .array(z.object({ model: z.string().min(1).max(120), path: z.string() }))
    .default([]),
  ratings: z.array(z.string()).default([]),
  capabilities: z.string().optional(),
  /** Mark imported scores as hand-written examples (the demo does). */
  markAsExample: z.boolean().default(false),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** What a file or folder seems to be; shown before anything is imported. */
export const SourceKind = z.enum([
  'dataset',
  'captions',
  'predictions',
  'gq-results',
  'ics-results',
  'sc-results',
  'ratings',
  'capabilities',
  'unknown',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Result of `validate`: a lint of files, nothing written. */
export const ValidationReport = z.object({
  kind: SourceKind,
  files: z.int().min(0),
  records: z.int().min(0),
  /** Records that were read after a repair. */
  repaired: z.int().min(0),
  problems: z.array(Problem),
  counts: z.object({
    byField: z.record(z.string(), z.int()),
    byCombination: z.record(z.string(), z.int()),
    byModality: z.record(z.string(), z.int()),
  }),
});
export type ValidationReport = z.infer<typeof ValidationReport>;

/** Where an import stands. `phase` goes forward only. */
export const ImportProgress = z.object({
  importId: z.string(),
  phase: z.enum(['reading', 'structure', 'done', 'failed', 'cancelled']),
  filesTotal: z.int().min(0),
  filesDone: z.int().min(0),
  filesUnchanged: z.int().min(0),
  bytesTotal: z.number().min(0),
  bytesDone: z.number().min(0),
  instances: z.int().min(0),
  responses: z.int().min(0),
  problems: z.int().min(0),
  seconds: z.number().min(0),
  currentFile: z.string().optional(),
  /** Set when phase is `failed`: a message as in the style guide. */
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** What an import did, nothing silently dropped. Figures are of the project after it. */
export const ImportReport = z.object({
  progress: ImportProgress,
  instances: z.int().min(0),
  responses: z.record(z.string(), z.object({ matched: z.int().min(0), unmatched: z.int().min(0) })),
  scores: z.int().min(0),
  captions: z.int().min(0),
  ratings: z.int().min(0),
  problemsByCode: z.array(
    z.object({
      code: z.string(),
      quirk: z.int().optional(),
      severity: z.string(),
      count: z.int(),
      example: Problem,
    }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;
