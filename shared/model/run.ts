import { z } from 'zod';
import { ErrorCode } from '../api/errors.ts';
import { ModalityIdSchema } from './content.ts';
import { EndpointMap } from './endpoint.ts';
import { InstanceFilter } from './filter.ts';
import { CallEstimate, SpendingTotals } from './judge.ts';
import { UnscoredCode } from './score.ts';

/**
 * What a run can compute.
 *
 * - `GQ`: quality of each item; of text, code and documents by the judge (of a video without weights a
 *   signal score of our own, whose evidence says so);
 * - `SC`: semantic correctness of a response, by the judge; `coherence`: its HC and SH, in one question;
 * - `SC-lexical`: words in common with the reference; a baseline that asks nobody and is only computed
 *   when it is named;
 * - the others: figures that stand beside GQ and have no value.
 */
export const RUN_METRICS = [
  'GQ',
  'SC',
  'coherence',
  'SC-lexical',
  'code-check',
  'document-text',
  'image-check',
  'audio-check',
  'three-d-check',
] as const;
export const RunMetric = z.enum(RUN_METRICS);
export type RunMetric = z.infer<typeof RunMetric>;

/** Those whose outcome is an inspection: figures and findings, and no value. */
export const INSPECTION_METRICS = [
  'code-check',
  'document-text',
  'image-check',
  'audio-check',
  'three-d-check',
] as const satisfies readonly RunMetric[];

export const RunId = z.int().min(1).brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;

/** What the jobs of a run are told beside the file; part of what a kept outcome is found by. */
export const RunSettings = z.object({
  /** ONNX file with the weights of DOVER, for videos; absent: the signal score. */
  doverWeights: z.string().max(4096).optional(),
});
export type RunSettings = z.infer<typeof RunSettings>;

/**
 * What is forgotten before a run begins, so that it is asked for and paid anew: the judgements that it
 * would find kept, or these and the captions of the responses' own items.
 */
export const RunAgain = z.enum(['judgements', 'captions']);
export type RunAgain = z.infer<typeof RunAgain>;

/** Most that a run may cost, US dollars; what earlier calls cost does not count. */
export const Budget = z.number().min(0).max(1_000_000);

/** Which items of which models' responses are to have figures. */
export const RunRequest = z.object({
  filter: InstanceFilter.default({}),
  /** Of the filtered instances only these; all of them when absent. */
  keys: z.array(z.string().max(1000)).min(1).max(1000).optional(),
  /** All when empty. */
  models: z.array(z.string()).max(64).default([]),
  /** All that can be computed, except a baseline, when empty. */
  metrics: z.array(RunMetric).default([]),
  settings: RunSettings.default({}),
  /** Worker threads; by the machine's cores and memory when absent. */
  concurrency: z.int().min(1).max(64).optional(),
  /** In the place of the project's; keys are named, never held. */
  endpoints: EndpointMap.optional(),
  /** When it is reached the run is paused. Refused where an endpoint that is asked has no prices. */
  budgetUsd: Budget.optional(),
  again: RunAgain.optional(),
});
export type RunRequest = z.infer<typeof RunRequest>;

const Count = z.int().min(0);

/** Why some items cannot have a figure; nothing is computed for them. */
export const Unscorable = z.object({ code: UnscoredCode, count: Count, reason: z.string() });
export type Unscorable = z.infer<typeof Unscorable>;

/** A unit of work: one metric of one item of a response, or of the whole response. */
export const RunItem = z.object({
  key: z.string(),
  model: z.string(),
  /** Absent: the whole response. The response's text is the item `text`. */
  tag: z.string().optional(),
  /** Of the item; absent for a whole response. */
  modality: ModalityIdSchema.optional(),
  metric: RunMetric,
  /** Path of the file; absent for inline content. */
  file: z.string().optional(),
});
export type RunItem = z.infer<typeof RunItem>;

/**
 * What a run would do. `items` = `toScore` + `cached` + all unscorable; a file whose bytes were never
 * seen counts as `toScore`, although a file with the same bytes may then spare it.
 */
export const RunPlan = z.object({
  items: Count,
  toScore: Count,
  cached: Count,
  /** The same by what is computed of what; in the order of the metrics, then of the modalities. */
  parts: z.array(
    z.object({
      metric: RunMetric,
      /** Absent: of whole responses. */
      modality: ModalityIdSchema.optional(),
      toScore: Count,
      cached: Count,
      unscorable: z.array(Unscorable),
    }),
  ),
  /** Sentences for people: what is scored by which profile, what comes from the cache, what cannot. */
  why: z.array(z.string()),
  /** What would be asked of models, by role; empty when nothing is. */
  estimates: z.array(CallEstimate),
  concurrency: z.int().min(1),
  /** The first jobs, at most 20. */
  examples: z.array(RunItem),
});
export type RunPlan = z.infer<typeof RunPlan>;

/**
 * - `planned`: its items are being listed; `running`; `paused`: by the user, cut off (the program
 *   ended), or because the budget was reached or an endpoint broke down, see `error`; `failed`: an
 *   endpoint refused, or the project could not be written to, see `error`. Paused, cancelled and failed
 *   runs can be resumed, and nothing is done or paid twice.
 */
export const RunState = z.enum(['planned', 'running', 'paused', 'done', 'cancelled', 'failed']);
export type RunState = z.infer<typeof RunState>;

/** `done` = `scored` + `cached` + all `unscored`; the run is over when it equals `planned`. */
export const RunTotals = z.object({
  planned: Count,
  done: Count,
  /** Computed by this run. */
  scored: Count,
  /** The same bytes had an outcome already, from an earlier run or an equal file in this one. */
  cached: Count,
  unscored: z.partialRecord(UnscoredCode, Count),
});
export type RunTotals = z.infer<typeof RunTotals>;

/** An endpoint fails and is left alone for a while; then it is asked again. */
export const EndpointWait = z.object({
  /** For whom it is waited, why, and its address. */
  message: z.string(),
  until: z.iso.datetime(),
});
export type EndpointWait = z.infer<typeof EndpointWait>;

export const Run = z.object({
  id: RunId,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  state: RunState,
  metrics: z.array(RunMetric),
  /** As asked; all when empty. */
  models: z.array(z.string()),
  filter: InstanceFilter,
  settings: RunSettings,
  totals: RunTotals,
  /** Time spent running, pauses left out. */
  seconds: z.number().min(0),
  /** Items lately; 0 while it does not run. */
  ratePerSecond: z.number().min(0),
  secondsLeft: z.number().min(0).optional(),
  concurrency: z.int().min(1),
  /** What was asked of models. */
  spending: SpendingTotals,
  budgetUsd: Budget.optional(),
  /** Why it failed, or was paused by something other than the user. */
  error: z.object({ code: ErrorCode, message: z.string() }).optional(),
  /** While it runs and an endpoint does not answer. */
  waiting: EndpointWait.optional(),
});
export type Run = z.infer<typeof Run>;

/** Items of a run without a figure, for one reason. */
export const RunFailure = z.object({
  code: UnscoredCode,
  reason: z.string(),
  count: Count,
  example: RunItem,
  /** True where trying again can help: the file may be there now, or less may be going on. */
  canRetry: z.boolean(),
});
export type RunFailure = z.infer<typeof RunFailure>;
