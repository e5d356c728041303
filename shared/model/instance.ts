import { z } from 'zod';
import { AnnotationSummary } from './annotation.ts';
import { Difficulty } from './dataset.ts';
import { ModalityIdSchema, Sequence } from './content.ts';
import { Problem } from './problem.ts';
import { Response } from './response.ts';

/** Where what was searched for stands in an instance. */
export const SearchHit = z.object({
  where: z.enum(['task', 'reference', 'response', 'caption', 'reason', 'note']),
  /** Whose response, caption or judgement; absent for what is the dataset's. */
  model: z.string().optional(),
  /** A piece of the text round the first hit, at most 240 characters. */
  text: z.string(),
  /** Start and end of each hit in it, end exclusive, ascending. */
  marks: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** One line of the instances table: enough to draw a row, nothing more. */
export const InstanceRow = z.object({
  key: z.string(),
  field: z.string(),
  subdomain: z.string(),
  /** As written in the record, padding kept. */
  id: z.string(),
  difficulty: Difficulty.optional(),
  inputModalities: z.array(ModalityIdSchema),
  outputModalities: z.array(ModalityIdSchema),
  /** Beginning of the task's text, tags kept, at most 240 characters. */
  taskExcerpt: z.string(),
  referenceStrip: z.string(),
  /** One entry a requested model, in the order asked; absent response → `undefined` fields. */
  responses: z.array(
    z.object({
      model: z.string(),
      hasResponse: z.boolean(),
      strip: z.string().optional(),
      /** metric id → value in [0, 1]; an unscored metric has no key. */
      scores: z.record(z.string(), z.number()),
    }),
  ),
  problems: z.int().min(0),
  /** Absent where nobody said anything. */
  annotations: AnnotationSummary.optional(),
  /** Only where something is searched for: at most one of each place and model. */
  hits: z.array(SearchHit).optional(),
});
export type InstanceRow = z.infer<typeof InstanceRow>;

/** Everything known of one instance. */
export const InstanceDetail = z.object({
  key: z.string(),
  field: z.string(),
  subdomain: z.string(),
  id: z.string(),
  ordinal: z.int().min(1),
  difficulty: Difficulty.optional(),
  capabilities: z.array(z.string()),
  inputModalities: z.array(ModalityIdSchema),
  outputModalities: z.array(ModalityIdSchema),
  combination: z.string(),
  file: z.string(),
  line: z.int().min(1),
  task: Sequence,
  reference: Sequence,
  responses: z.array(Response),
  problems: z.array(Problem),
});
export type InstanceDetail = z.infer<typeof InstanceDetail>;
