import { z } from 'zod';
import { ModalityIdSchema } from './content.ts';
import { EndpointMap } from './endpoint.ts';

const Share = z.number().min(0).max(1);

/** How figures are made of their parts; the defaults are the paper's. */
export const ScoringSettings = z.object({
  /** η of SQCS = SC · (η + (1 − η) · GQ). */
  sqcsEta: Share.default(0.7),
  /** η of ICS = η · HC + (1 − η) · SH. */
  icsEta: Share.default(0.8),
  /** How a judge's 1..5 becomes [0, 1]: s/5, or (s − 1)/4. The published tables do not say. */
  scale: z.enum(['fifths', 'linear']).default('fifths'),
  /** What structure scores count: distinct items, or every tag that stands in the content. */
  structureCount: z.enum(['items', 'tagOccurrences']).default('items'),
  /** How often each judgement is asked; the mean counts, the spread is shown. */
  repeats: z.int().min(1).max(9).default(1),
  /**
   * Like the official scripts, for comparison only and labelled so: a bad reply counts as 1, a
   * missing file is judged by its error text.
   */
  isOfficialCompatible: z.boolean().default(false),
  /** Captions that came with the dataset or a result file spare the captioner. */
  useImportedCaptions: z.boolean().default(true),
  /** ONNX file with the weights of DOVER, for videos; absent: the signal score. */
  doverWeights: z.string().max(4096).optional(),
});
export type ScoringSettings = z.infer<typeof ScoringSettings>;

/** What is kept with a project; never a key. */
export const ProjectSettings = z.object({
  scoring: ScoringSettings.prefault({}),
  endpoints: EndpointMap.default({}),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** Which input modalities a model takes; decides what it supports, and so τ. */
export const ModelManifest = z.object({
  model: z.string(),
  /** Absent: an instance counts as supported when the model has a response to it. */
  inputs: z.array(ModalityIdSchema).optional(),
  /** Where it comes from, e.g. `arXiv:2603.05075, Table 2`; empty when set by hand. */
  source: z.string().default(''),
});
export type ModelManifest = z.infer<typeof ModelManifest>;
