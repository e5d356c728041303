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

/** Forms in which a set of instances is written. */
export const INSTANCE_FORMATS = ['jsonl', 'csv'] as const;
export const InstanceFormat = z.enum(INSTANCE_FORMATS);
export type InstanceFormat = z.infer<typeof InstanceFormat>;

/** What an export of instances wrote. */
export const InstanceExport = z.object({
  /** Lines: one an instance; the heading of a CSV file is not counted. */
  records: z.int().min(0),
});
export type InstanceExport = z.infer<typeof InstanceExport>;

/** What a bundle holds. */
export const BundleExport = z.object({
  instances: z.int().min(0),
  models: z.int().min(0),
  mediaFiles: z.int().min(0),
  /** All of them, media and page included. */
  files: z.int().min(0),
  /** Of all files but the list of them; of the zip, where it is one. */
  bytes: z.int().min(0),
});
export type BundleExport = z.infer<typeof BundleExport>;

/** What an export of ratings wrote. */
export const RatingExport = z.object({
  files: z.int().min(0),
  /** Ratings written. */
  records: z.int().min(0),
  /** Of them, those that rest on what has changed since. */
  stale: z.int().min(0),
});
export type RatingExport = z.infer<typeof RatingExport>;

/** Forms in which a report is written; all stand alone. */
export const REPORT_FORMATS = ['html', 'pdf', 'latex'] as const;
export const ReportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** What an export of a report wrote. */
export const ReportExport = z.object({
  instances: z.int().min(0),
  /** Instances shown with everything that is said of them. */
  examples: z.int().min(0),
  bytes: z.int().min(0),
});
export type ReportExport = z.infer<typeof ReportExport>;
