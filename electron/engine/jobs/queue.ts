// What a job is and who does it. Messages are self-contained — plain data, a file by its path — and a
// result may be written twice without harm, so that a broker between processes can stand in for the
// threads of `worker-pool.ts` without a metric or a view noticing.
import type { CaptionedModality } from '../../../shared/model/endpoint.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { RunMetric, RunSettings } from '../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../shared/model/score.ts';
import type { CaptionLimits, PreparedCaption } from '../modalities/caption-input.ts';

/** Size and time of a file, by which a change shows. */
export interface FileState {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** What workers score; the other metrics are judged (`judging/`). */
export type ScoredMetric = Exclude<RunMetric, 'SC' | 'coherence'>;

/** An item. A file is looked at only as it was when it was hashed. */
export type JobInput =
  | { readonly kind: 'file'; readonly path: string; readonly state: FileState }
  | { readonly kind: 'inline'; readonly text: string; readonly language?: string | undefined };

/** A whole response beside its reference, both with their items put into words. */
export interface TextPair {
  readonly kind: 'texts';
  readonly reference: string;
  readonly response: string;
}

interface JobHead {
  /** Unique in the queue; comes back with the result. */
  readonly jobId: string;
  /** The worker is ended when the job takes longer, counted from its start. */
  readonly timeLimitMs: number;
}

/** Asks for the SHA-256 of a file's bytes. */
export interface HashJob extends JobHead {
  readonly kind: 'hash';
  readonly path: string;
}

/** Asks for one metric of one item, or of a whole response. */
export interface ScoreJob extends JobHead {
  readonly kind: 'score';
  readonly metric: ScoredMetric;
  /** The version that was planned; a worker with another one refuses. */
  readonly version: number;
  /** Absent for a whole response. */
  readonly modality?: ModalityId | undefined;
  readonly input: JobInput | TextPair;
  readonly settings: RunSettings;
}

/** Asks what the workers can compute, so that nobody else loads a decoder. */
export interface DescribeJob extends JobHead {
  readonly kind: 'describe';
  readonly metrics: readonly ScoredMetric[];
  readonly settings: RunSettings;
}

/** Asks for an item in the form in which its captioner gets it. */
export interface PrepareJob extends JobHead {
  readonly kind: 'prepare';
  readonly modality: CaptionedModality;
  readonly input: JobInput;
  readonly limits: CaptionLimits;
}

export type Job = HashJob | ScoreJob | DescribeJob | PrepareJob;

/** Who computes an item of a run: these workers, or the models that are asked. */
export type DoerId = 'worker' | 'judge';

/** One way to rate or inspect items of a modality, or whole responses. */
export interface ScorerInfo {
  readonly doer: DoerId;
  readonly metric: RunMetric;
  /** Absent for whole responses. */
  readonly modality?: ModalityId | undefined;
  /** e.g. `unim`; part of what an outcome is found by. */
  readonly profile: string;
  readonly version: number;
  /** What else decides its figures, e.g. the hash of the weights. */
  readonly variant: string;
  readonly title: string;
  readonly timeLimitMs: number;
}

/** What a scorer says of one input. Inspections have figures and no value. */
export type ItemOutcome =
  | {
      readonly status: 'scored';
      /** In [0, 1]. */
      readonly value: number;
      /** On the own scale, e.g. 0..100. */
      readonly raw: number;
      readonly components: unknown;
    }
  | { readonly status: 'inspected'; readonly components: unknown }
  | { readonly status: 'unscored'; readonly code: UnscoredCode; readonly reason: string };

/** One a job, with the job's id; none for a job that was cancelled. */
export type JobResult =
  | { readonly jobId: string; readonly kind: 'described'; readonly scorers: readonly ScorerInfo[] }
  | {
      readonly jobId: string;
      readonly kind: 'hashed';
      readonly contentHash: string;
      readonly state: FileState;
    }
  /** A file that cannot be prepared comes back as an unscored outcome. */
  | {
      readonly jobId: string;
      readonly kind: 'prepared';
      readonly prepared: PreparedCaption;
      readonly seconds: number;
    }
  | {
      readonly jobId: string;
      readonly kind: 'outcome';
      readonly outcome: ItemOutcome;
      readonly seconds: number;
    };

/** Does jobs, some at a time, in the order in which they come. */
export interface JobQueue {
  readonly submit: (job: Job) => void;
  readonly onResult: (listener: (result: JobResult) => void) => void;
  /** How many jobs are done at a time, from the next one on. */
  readonly setConcurrency: (count: number) => void;
  /** Begins no further job; those begun are finished. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Forgets what waits and ends what was begun; neither has a result. */
  readonly cancel: () => void;
  /** As `cancel`, and lets go of the workers. */
  readonly close: () => Promise<void>;
}

/** Outcomes that say something of what was looked at; others may be different the next time. */
export function isKept(outcome: {
  readonly status: string;
  readonly code?: UnscoredCode;
}): boolean {
  return outcome.code === undefined || !PASSING.has(outcome.code);
}

const PASSING: ReadonlySet<UnscoredCode> = new Set([
  'not-run',
  'changed-while-read',
  'media-missing',
]);
