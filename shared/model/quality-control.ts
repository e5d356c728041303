// Quality control of a dataset in two phases: review and revise, then an independent check by another
// name; a third decides where the two disagree. Every saying is an event that stays, bound to the record
// as it stood; what holds now follows from the events.
import { z } from 'zod';
import { Sequence } from './content.ts';
import { Problem, Severity } from './problem.ts';

/** A person's name as it is shown. */
export const QcName = z.string().trim().min(1).max(80);

/** What has to be done next of a record, and by whom: the same person does one of them only. */
export const QC_PHASES = ['review', 'check', 'decide'] as const;
export const QcPhase = z.enum(QC_PHASES);
export type QcPhase = z.infer<typeof QcPhase>;

/**
 * Where a record stands.
 *
 * - `open`: nobody has reviewed it, or it has changed since; `reviewed`: waits for its check;
 * - `disputed`: reviewer and checker disagree, a third name decides;
 * - `accepted`, `rejected`: settled.
 */
export const QC_STATES = ['open', 'reviewed', 'disputed', 'accepted', 'rejected'] as const;
export const QcState = z.enum(QC_STATES);
export type QcState = z.infer<typeof QcState>;

/**
 * What somebody says of a record.
 *
 * - `accept`: in a review of the text in the file, later of the text that is proposed; `reject`: it is not to be in the dataset;
 * - `revise`: in a review, accepted as rewritten; `original`: in a decision, accepted as it was before;
 * - `reopen`: settled or not, it is to be reviewed again.
 */
export const QC_VERDICTS = ['accept', 'revise', 'reject', 'original', 'reopen'] as const;
export const QcVerdict = z.enum(QC_VERDICTS);
export type QcVerdict = z.infer<typeof QcVerdict>;

/** Something found by looking the records through; `kind` is stable, e.g. `quirk-19`. */
export const QcFinding = z.object({
  kind: z.string(),
  /** As the problems have it; kinds of the lint's own have none. */
  code: Problem.shape.code.optional(),
  quirk: z.int().optional(),
  severity: Severity,
  message: z.string(),
  /** The records that are alike, of a duplicate. */
  others: z.array(z.string()).optional(),
});
export type QcFinding = z.infer<typeof QcFinding>;

/** One line of the queue. */
export const QcRow = z.object({
  key: z.string(),
  state: QcState,
  /** Something was said of it before it changed. */
  isStale: z.boolean(),
  isRevised: z.boolean(),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  infos: z.int().min(0),
  excerpt: z.string(),
});
export type QcRow = z.infer<typeof QcRow>;

/** One saying of the trail. */
export const QcEvent = z.object({
  id: z.int(),
  key: z.string(),
  phase: QcPhase,
  verdict: QcVerdict,
  name: z.string(),
  at: z.string(),
  reason: z.string(),
  /** The record as it was rewritten, of `revise`. */
  text: z.string().optional(),
  /** The record that it was said of, where that is not the one of now. */
  before: z.string().optional(),
  /** Taken back by who said it. */
  isUndone: z.boolean(),
  /** Said of the record as it was before it changed. */
  isStale: z.boolean(),
});
export type QcEvent = z.infer<typeof QcEvent>;

/** A record's two sides, ready to be shown, and what the lint says of them. */
export const QcPreview = z.object({
  task: Sequence,
  reference: Sequence,
  findings: z.array(QcFinding),
  /** Why the text is no record; the sides are then empty. */
  problem: z.string().optional(),
});
export type QcPreview = z.infer<typeof QcPreview>;

/** Everything that is needed to say something of a record. */
export const QcRecord = z.object({
  key: z.string(),
  file: z.string(),
  line: z.int(),
  state: QcState,
  isStale: z.boolean(),
  /** As it stands in the file. */
  original: z.string(),
  /** Binds what is said to it. */
  hash: z.string(),
  /** The text that is to be checked: as revised, or the original. */
  proposed: z.string(),
  /** Where an editor begins: `proposed`, put into JSON where the file's writing had to be repaired. */
  draft: z.string(),
  preview: QcPreview,
  findings: z.array(QcFinding),
  /** Oldest first; until it is checked, what the reviewer said is left out for everybody else. */
  trail: z.array(QcEvent),
  isTrailHidden: z.boolean(),
  /** Why the one who asks may say nothing of it in this phase; absent where they may. */
  refusal: z.string().optional(),
});
export type QcRecord = z.infer<typeof QcRecord>;

/** Somebody at work. */
export const QcPerson = z.object({
  name: z.string(),
  joinedAt: z.string(),
  reviewed: z.int(),
  checked: z.int(),
  decided: z.int(),
});
export type QcPerson = z.infer<typeof QcPerson>;

/** How far looking the records through has come. */
export const QcScan = z.object({
  status: z.enum(['none', 'running', 'done', 'failed']),
  /** What is done now: records and their lint, then pictures and sounds, then what is alike. */
  step: z.enum(['records', 'media', 'alike']).optional(),
  done: z.int(),
  total: z.int(),
  at: z.string().optional(),
  message: z.string().optional(),
  /** Files were imported anew since, or never looked through. */
  isOutdated: z.boolean(),
  /** Files that differ from what was imported; their records cannot be looked at. */
  changedFiles: z.array(z.string()),
});
export type QcScan = z.infer<typeof QcScan>;

/** Records by state, and findings by kind. */
export const QcOverview = z.object({
  scan: QcScan,
  records: z.int(),
  states: z.record(QcState, z.int()),
  revised: z.int(),
  stale: z.int(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      code: Problem.shape.code.optional(),
      quirk: z.int().optional(),
      severity: Severity,
      records: z.int(),
    }),
  ),
  people: z.array(QcPerson),
});
export type QcOverview = z.infer<typeof QcOverview>;

/** Which records a queue has. */
export const QcFilter = z.object({
  state: QcState.optional(),
  /** Kind of a finding. */
  kind: z.string().max(60).optional(),
  severity: Severity.optional(),
  field: z.string().max(200).optional(),
  subdomain: z.string().max(200).optional(),
  /** Only those that `name` may do something about, and what. */
  todo: QcPhase.optional(),
});
export type QcFilter = z.infer<typeof QcFilter>;

/** What was written of the accepted set. */
export const QcExport = z.object({
  files: z.int(),
  records: z.int(),
  revised: z.int(),
  /** Not accepted, or not yet. */
  left: z.int(),
  mediaFiles: z.int(),
});
export type QcExport = z.infer<typeof QcExport>;
