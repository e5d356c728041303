import { z } from 'zod';
import { ModalityIdSchema } from './content.ts';

/** One modality's line in the structure arithmetic; all figures are distinct items. */
export const ModalityMatch = z.object({
  modality: ModalityIdSchema,
  expected: z.int().min(0),
  found: z.int().min(0),
  /** max(0, expected − found) and max(0, found − expected). */
  missing: z.int().min(0),
  redundant: z.int().min(0),
  precision: z.number().min(0).max(1),
  recall: z.number().min(0).max(1),
  f1: z.number().min(0).max(1),
  /** What this modality takes from StS: (1 − F1) / |M'|. */
  stsCost: z.number().min(0).max(1),
  /** What it takes from LeS: 1 / |types(reference)| when it is expected and absent, else 0. */
  lesCost: z.number().min(0).max(1),
});
export type ModalityMatch = z.infer<typeof ModalityMatch>;

/** What can be wrong with an item in a structure strip, as told in it. */
export const STRUCTURE_MARKS = ['missing', 'redundant', 'wrongType', 'dangling', 'orphan'] as const;
export type StructureMark = (typeof STRUCTURE_MARKS)[number];

/** Evidence behind StS and LeS of one response. */
export const StructureEvidence = z.object({
  modalities: z.array(ModalityMatch),
  dangling: z.array(z.string()),
  orphan: z.array(z.string()),
  inputReferences: z.array(z.string()),
});
export type StructureEvidence = z.infer<typeof StructureEvidence>;
