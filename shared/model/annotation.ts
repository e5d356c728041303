// What people say of an instance while they read it: flags, tags of a taxonomy, and notes, each on a
// place. Every change is an event that stays; what holds now follows from the events.
import { z } from 'zod';
import { TagId } from './taxonomy.ts';

const ItemTag = z.string().min(1).max(200);
const Share = z.number().min(0).max(1);
const Milliseconds = z.number().min(0);

/** Where on a side of an instance an annotation belongs. `tag` names the item, e.g. `image2`. */
export const Mark = z.discriminatedUnion('kind', [
  /** The whole instance, task, reference or response. */
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('item'), tag: ItemTag }),
  /** Of the picture's width and height as it is shown, from its upper left corner; or of a page's. */
  z.object({
    kind: z.literal('box'),
    tag: ItemTag,
    /** From 1; absent where there is only one. */
    page: z.int().min(1).optional(),
    x: Share,
    y: Share,
    w: Share,
    h: Share,
  }),
  z.object({
    kind: z.literal('time'),
    tag: ItemTag,
    startMs: Milliseconds,
    endMs: Milliseconds,
  }),
  /** From 1. */
  z.object({ kind: z.literal('page'), tag: ItemTag, page: z.int().min(1) }),
  /** From 1, both included. */
  z.object({ kind: z.literal('lines'), tag: ItemTag, from: z.int().min(1), to: z.int().min(1) }),
  /** In the units of the model's file. */
  z.object({
    kind: z.literal('point'),
    tag: ItemTag,
    x: z.number(),
    y: z.number(),
    z: z.number(),
  }),
  /** UTF-16 offsets into the side's raw content, end exclusive. */
  z.object({ kind: z.literal('text'), start: z.int().min(0), end: z.int().min(0) }),
]);
export type Mark = z.infer<typeof Mark>;

/** A mark on an item, or on a part of one. */
export type ItemMark = Extract<Mark, { tag: string }>;

/** Whose content is meant; `instance` is all of it. */
export const SIDES = ['instance', 'task', 'reference', 'response'] as const;
export const AnnotatedSide = z.enum(SIDES);
export type AnnotatedSide = z.infer<typeof AnnotatedSide>;

export const ANNOTATION_KINDS = ['flag', 'tag', 'note'] as const;
export const AnnotationKind = z.enum(ANNOTATION_KINDS);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

/** What is said, and of what. */
const said = {
  /** The instance's. */
  key: z.string().min(1).max(1000),
  side: AnnotatedSide,
  /** Whose response; only on that side. */
  model: z.string().min(1).max(500).optional(),
  kind: AnnotationKind,
  /** Of a tag: its id in the taxonomy. */
  tag: TagId.optional(),
  /** Of a note: its words. */
  text: z.string().max(8000).optional(),
  mark: Mark,
};

function isWhole(draft: {
  readonly kind: AnnotationKind;
  readonly side: AnnotatedSide;
  readonly model?: string | undefined;
  readonly tag?: string | undefined;
  readonly text?: string | undefined;
}): boolean {
  const hasModel = (draft.side === 'response') === (draft.model !== undefined);
  const hasTag = (draft.kind === 'tag') === (draft.tag !== undefined);
  const hasText = (draft.kind === 'note') === ((draft.text ?? '').trim() !== '');
  return hasModel && hasTag && hasText;
}

/** An annotation to be kept; with the id of one that is there, its new state. */
export const AnnotationDraft = z
  .object({ id: z.string().max(60).optional(), ...said })
  .refine(isWhole, 'a response has a model, a tag its id, and a note its words; nothing else has');
export type AnnotationDraft = z.infer<typeof AnnotationDraft>;

/**
 * What is to be said of many instances at once, each as a whole. A flag or tag that an instance has
 * already, as a whole, is not given twice; `isRemoved` takes it away wherever in an instance it is.
 */
export const BulkAnnotation = z
  .object({
    kind: AnnotationKind.exclude(['note']),
    tag: TagId.optional(),
    isRemoved: z.boolean().default(false),
  })
  .refine((bulk) => isWhole({ ...bulk, side: 'instance' }), 'a tag has its id, a flag has none');
export type BulkAnnotation = z.infer<typeof BulkAnnotation>;

/** An annotation as it stands. */
export const Annotation = z.object({
  id: z.string(),
  ...said,
  /** Empty while the project has one reader. */
  author: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  changedAt: z.string(),
  /** What was annotated has changed since, or is gone. */
  isStale: z.boolean(),
});
export type Annotation = z.infer<typeof Annotation>;

/** One change of an annotation, as it was made. Nothing is ever taken out of this list. */
export const AnnotationEvent = z.object({
  id: z.int().min(1),
  annotationId: z.string(),
  ...said,
  author: z.string(),
  at: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  /** It took the change before it back. */
  isUndo: z.boolean(),
});
export type AnnotationEvent = z.infer<typeof AnnotationEvent>;

/** What a row of the instances table tells of the annotations. */
export const AnnotationSummary = z.object({
  isFlagged: z.boolean(),
  /** Ids, each once. */
  tags: z.array(z.string()),
  notes: z.int().min(0),
});
export type AnnotationSummary = z.infer<typeof AnnotationSummary>;
