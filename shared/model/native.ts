// What other systems write, and what becomes of it: UniM predictions with every marker and every file
// of the folder accounted for.
import { z } from 'zod';
import { ModalityIdSchema } from './content.ts';
import { Severity } from './problem.ts';

/**
 * Systems whose own output is read, by what they write.
 *
 * @source unim-format.md, "Native outputs of other systems"
 */
export const NATIVE_SYSTEMS = {
  mio: { label: 'MIO', holds: '“content_<sample>.txt” with “detokenized_…” files' },
  anygpt: { label: 'AnyGPT', holds: '“response.txt” with “[MMGPT]:” and its pictures and sounds' },
  nextgpt: {
    label: 'NExT-GPT',
    holds: 'texts with “[IMG0] … [IMG3]” and the folders images, videos, audios',
  },
  'omni-io': { label: 'Omni-IO Skills', holds: '“registry.json” with an answer text' },
} as const;

export const NativeSystem = z.enum(['mio', 'anygpt', 'nextgpt', 'omni-io']);
export type NativeSystem = z.infer<typeof NativeSystem>;

const Template = z.string().min(1).max(400);

/** How a sample finds its instance; `parseNativeRule` reads it from one line. */
export const NativeRule = z.discriminatedUnion('kind', [
  /**
   * By name: `from` is matched against the sample's path (`*` for anything), `to` is the instance.
   * Without `from`, `to` may name `{sample}`, the last part of the path, and `{folder}`, the one before.
   */
  z.object({ kind: z.literal('pattern'), from: Template.optional(), to: Template }),
  /** The n-th sample is the n-th instance, of one field or subdomain where `within` names it. */
  z.object({ kind: z.literal('order'), within: z.string().max(200).optional() }),
  /** A table with the columns sample and key, or sample, field, subdomain and id. */
  z.object({ kind: z.literal('csv'), path: z.string().min(1).max(4096) }),
]);
export type NativeRule = z.infer<typeof NativeRule>;

export const NATIVE_PROBLEM_CODES = [
  'without-file', // a marker for which there is no file; its tag stays
  'orphan', // a file without a marker; appended
  'left-out', // a file that belongs to no answer
  'cut-off', // a span or a text that ends in the middle
  'stray-token', // tokens of the model that are no text; taken out
  'unmapped', // a sample for which the rule names no instance
  'unmatched', // the rule names an instance that the dataset does not have
  'duplicate', // two samples for one instance
  'half-written', // a registry that ends in the middle
  'not-finished', // an asset that was ordered and never done
  'ambiguous', // more than one way to pair files with markers; the first was taken
  'no-text', // files without an answer
  'empty-file',
  'unreadable',
  'not-joined', // pictures that could not be made a video
  'no-input', // nothing is known of the input, so numbers begin at 1
] as const;
export const NativeProblemCode = z.enum(NATIVE_PROBLEM_CODES);
export type NativeProblemCode = z.infer<typeof NativeProblemCode>;

/** Something to be known of a native folder; nothing is left out without one of these. */
export const NativeProblem = z.object({
  code: NativeProblemCode,
  severity: Severity,
  file: z.string(),
  line: z.int().min(1).optional(),
  /** Path of the sample inside the folder. */
  sample: z.string().optional(),
  key: z.string().optional(),
  message: z.string(),
});
export type NativeProblem = z.infer<typeof NativeProblem>;

const Count = z.int().min(0);

/**
 * Where everything went: `markers.found` = resolved + withoutFile + leftOut and `files.found` =
 * resolved + orphans + leftOut. What is left out belongs to samples without an instance, or to none.
 */
export const NativeAccounts = z.object({
  samples: z.object({ found: Count, mapped: Count }),
  /** Places of items in answers, each item once. */
  markers: z.object({ found: Count, resolved: Count, withoutFile: Count, leftOut: Count }),
  /** Files of the folder that are no text of an answer. */
  files: z.object({ found: Count, resolved: Count, orphans: Count, leftOut: Count }),
  /** Spans that were not closed; dropped, and no markers. */
  cutOff: Count,
});
export type NativeAccounts = z.infer<typeof NativeAccounts>;

/** One item of a sample as it will be written. */
export const NativeItemState = z.enum(['file', 'inline', 'joined', 'missing', 'orphan']);
export type NativeItemState = z.infer<typeof NativeItemState>;
export const NativeRow = z.object({
  sample: z.string(),
  /** The instance; absent where `reason` says why there is none. */
  key: z.string().optional(),
  reason: z.string().optional(),
  /** The answer with its tags, shortened. */
  content: z.string(),
  items: z.array(
    z.object({
      tag: z.string(),
      modality: ModalityIdSchema,
      state: NativeItemState,
      /** Names of its files in the folder. */
      files: z.array(z.string()),
    }),
  ),
});
export type NativeRow = z.infer<typeof NativeRow>;

/** What a folder seems to be; `system` is absent where none is recognised. */
export const NativeLook = z.object({
  system: NativeSystem.optional(),
  /** What was seen, in words. */
  evidence: z.string(),
  samples: Count,
  files: Count,
  /** Paths of the first samples. */
  examples: z.array(z.string()),
  /** Rules that fit the samples' paths and the open project's subdomains; the first is the likeliest. */
  suggestions: z.array(z.string()),
});
export type NativeLook = z.infer<typeof NativeLook>;

const Problems = {
  /** The first of them; `problemCounts` has them all. */
  problems: z.array(NativeProblem),
  problemCounts: z.partialRecord(NativeProblemCode, Count),
};

/** What would be written; nothing is. */
export const NativePreview = z.object({
  system: NativeSystem,
  /** The rule as one line, as the command line takes it. */
  rule: z.string(),
  rows: z.array(NativeRow),
  accounts: NativeAccounts,
  ...Problems,
});
export type NativePreview = z.infer<typeof NativePreview>;

/** What was written. */
export const NativeReport = z.object({
  system: NativeSystem,
  out: z.string(),
  records: Count,
  /** Files beside the predictions; code stands in them. */
  files: Count,
  accounts: NativeAccounts,
  ...Problems,
});
export type NativeReport = z.infer<typeof NativeReport>;

/** A folder, how its samples find their instances, and what the instances are. */
export const NativeRequest = z.object({
  /** Absent: the one that is recognised. */
  system: NativeSystem.optional(),
  dir: z.string().min(1).max(4096),
  rule: NativeRule,
  /** The dataset whose inputs count; absent: the open project's instances. */
  dataset: z.string().max(4096).optional(),
  /** MIO: pictures that follow each other become one video. */
  joinVideo: z.boolean().default(false),
});
export type NativeRequest = z.infer<typeof NativeRequest>;
