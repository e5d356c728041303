import { z } from 'zod';
import { MODALITY_IDS, type ModalityId } from './modality.ts';
import { MediaState } from './media.ts';

export const ModalityIdSchema = z.enum(MODALITY_IDS as [ModalityId, ...ModalityId[]]);

/** An entry of a side's `modal` object. */
export const Item = z.object({
  /** Canonical tag name, e.g. `image2`, `threeD1`. */
  tag: z.string(),
  modality: ModalityIdSchema,
  number: z.int().min(0),
  media: MediaState,
  /** From the dataset's caption variant, a caption file or an official result. */
  caption: z.string().optional(),
});
export type Item = z.infer<typeof Item>;

/**
 * What the tag of a segment means at its place (quirks 18–20).
 *
 * - `item`: names an entry of its own side, for the first time;
 * - `repeat`: names it again; shown again, counted once;
 * - `inputReference`: an answer's tag that names an item of the input; not counted as generated;
 * - `expectedOutput`: a tag of the task's text that names an item that the answer is to contain;
 * - `dangling`: names nothing; in an answer it still counts as a generated item;
 * - `orphan`: not written in the text: an entry that no tag names, appended at the end.
 */
export const TagRole = z.enum([
  'item',
  'repeat',
  'inputReference',
  'expectedOutput',
  'dangling',
  'orphan',
]);
export type TagRole = z.infer<typeof TagRole>;

/**
 * A piece of interleaved content, in reading order. `start` and `end` are UTF-16 offsets into the
 * raw content, end exclusive; an orphan stands at the content's length, both equal.
 */
export const Segment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), start: z.int(), end: z.int() }),
  z.object({
    kind: z.literal('tag'),
    tag: z.string(),
    modality: ModalityIdSchema,
    number: z.int().min(0),
    role: TagRole,
    /** Caption that was written inside the tag, `<image2: a caption>` (quirk 21). */
    caption: z.string().optional(),
    start: z.int(),
    end: z.int(),
  }),
]);
export type Segment = z.infer<typeof Segment>;
export type TagSegment = Extract<Segment, { kind: 'tag' }>;

/** Distinct generated items per counted modality; a modality with none has no key. */
export const ModalityCounts = z.partialRecord(ModalityIdSchema, z.int().min(1));
export type ModalityCounts = z.infer<typeof ModalityCounts>;

/** One side of an instance or one response, ready to be read: its segments and its items. */
export const Sequence = z.object({
  content: z.string(),
  segments: z.array(Segment),
  items: z.array(Item),
  /** Short form, e.g. `T I2 T A2`; marks: `!` dangling, `+` orphan, `^` input reference. */
  strip: z.string(),
});
export type Sequence = z.infer<typeof Sequence>;
