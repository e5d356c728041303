import { z } from 'zod';

/** Official result files: generation quality, coherence, semantic correctness. */
export const OFFICIAL_KINDS = ['gq', 'ics', 'sc'] as const;
export const OfficialKind = z.enum(OFFICIAL_KINDS);
export type OfficialKind = z.infer<typeof OfficialKind>;

/** What an export of annotations wrote. */
export const AnnotationExport = z.object({
  /** Lines: one an annotation. */
  records: z.int().min(0),
  instances: z.int().min(0),
});
export type AnnotationExport = z.infer<typeof AnnotationExport>;

/** What an export wrote. */
export const OfficialExport = z.object({
  files: z.int().min(0),
  records: z.int().min(0),
  /** Instances that were meant but have no response of the model, or none of these figures. */
  withoutFigures: z.int().min(0),
});
export type OfficialExport = z.infer<typeof OfficialExport>;
