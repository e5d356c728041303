import { z } from 'zod';

/** Stands in lists that are parted by commas, so it holds none. */
export const TagId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\s,]+$/);

/** A tag of the project's error taxonomy. */
export const TaxonomyTag = z.object({
  /** Stands in annotations, addresses and exports; never changes. */
  id: TagId,
  label: z.string().trim().min(1).max(80),
  /** Heading under which it is listed; may be empty. */
  group: z.string().trim().max(60).default(''),
  /** When to use it. */
  hint: z.string().trim().max(300).default(''),
});
export type TaxonomyTag = z.infer<typeof TaxonomyTag>;

/** In the order in which they are offered; ids are unique. */
export const Taxonomy = z
  .array(TaxonomyTag)
  .max(300)
  .refine((tags) => new Set(tags.map(({ id }) => id)).size === tags.length, 'two tags share an id');
export type Taxonomy = z.infer<typeof Taxonomy>;

/**
 * An id for a new tag: its words, lower case, joined by hyphens; letters of any script stay.
 *
 * @param taken  ids in use; a number is added where the words are among them
 */
export function tagIdOf(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = words === '' ? 'tag' : words;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

const tag = (group: string, id: string, label: string, hint: string): TaxonomyTag => ({
  id,
  label,
  group,
  hint,
});

/** What goes wrong in interleaved answers; the project's own list starts from it. */
export const SHIPPED_TAXONOMY: Taxonomy = [
  tag('Structure', 'missing-item', 'Missing item', 'the task asks for an item that is not there'),
  tag('Structure', 'extra-item', 'Superfluous item', 'an item that nobody asked for'),
  tag(
    'Structure',
    'wrong-modality',
    'Wrong modality',
    'a picture in place of a sound, and the like',
  ),
  tag('Structure', 'wrong-place', 'Wrong place', 'an item stands where the text speaks of another'),
  tag(
    'Structure',
    'broken-reference',
    'Broken reference',
    'the text names an item that is not there',
  ),
  tag('Content', 'off-task', 'Off task', 'answers another question, or none'),
  tag('Content', 'incomplete', 'Incomplete', 'parts of the task are left out'),
  tag('Content', 'factual-error', 'Factual error', 'states what is false'),
  tag('Content', 'hallucination', 'Made up', 'tells of what is not in the input'),
  tag('Content', 'wrong-reasoning', 'Wrong reasoning', 'the steps do not lead to the answer'),
  tag('Content', 'wrong-item', 'Wrong item', 'the item shows something else than was asked for'),
  tag(
    'Coherence',
    'text-item-conflict',
    'Text and item disagree',
    'the text says what the item is not',
  ),
  tag('Coherence', 'items-disagree', 'Items do not match', 'in style, subject or state'),
  tag('Coherence', 'input-changed', 'Input not kept', 'what the input shows is altered unasked'),
  tag('Quality', 'artefacts', 'Artefacts', 'noise, seams, glitches, holes'),
  tag('Quality', 'illegible', 'Illegible', 'text or detail in an item cannot be made out'),
  tag('Quality', 'cut-off', 'Cut off', 'ends before its end'),
  tag('Quality', 'repetition', 'Repetition', 'says or plays the same again and again'),
  tag('Quality', 'unusable', 'Unusable file', 'empty, broken or not what its name says'),
  tag('Judging', 'judged-too-high', 'Judged too high', 'the score is better than the answer'),
  tag('Judging', 'judged-too-low', 'Judged too low', 'the answer is better than the score'),
  tag('Judging', 'caption-wrong', 'Caption wrong', 'the judge was told what is not there'),
  tag('Dataset', 'task-unclear', 'Task unclear', 'several answers would be right'),
  tag('Dataset', 'reference-wrong', 'Reference wrong', 'the reference itself is at fault'),
];
