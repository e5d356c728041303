import { z } from 'zod';
import { ModalityIdSchema } from './content.ts';
import { RoleId } from './endpoint.ts';
import { MediaState } from './media.ts';

/** Our prompts; one versioned file each in `electron/engine/judges/prompts`. */
export const PROMPT_IDS = [
  'caption-image',
  'caption-document',
  'caption-code',
  'caption-audio',
  'caption-video',
  'caption-threeD',
  'judge-sc',
  'judge-coherence',
  'judge-text',
  'judge-code',
  'judge-document',
  'agent-caption',
  'agent-question',
  'agent-analysis',
  'agent-content',
  'agent-report',
  'agent-direct',
  'agent-check',
  'agent-judge',
] as const;
export const PromptId = z.enum(PROMPT_IDS);
export type PromptId = z.infer<typeof PromptId>;

/** A prompt as it is used in the project. */
export const Prompt = z.object({
  id: PromptId,
  role: RoleId,
  /** Of the shipped text. */
  version: z.int().min(1),
  title: z.string(),
  /** The text in use: the shipped one, or the project's own. */
  text: z.string(),
  shippedText: z.string(),
  isEdited: z.boolean(),
  /** SHA-256 of `text`, hex; part of every cache key and every exported result. */
  hash: z.string(),
  /** Names that the text must hold as `{{name}}`. */
  placeholders: z.array(z.string()),
});
export type Prompt = z.infer<typeof Prompt>;

/** Why a call has no usable answer. */
export const CALL_FAILURES = [
  'bad-reply', // not the JSON that was asked for, after one repair turn
  'empty', // no content
  'refused', // the model declined
  'cut-off', // the answer ended at the token limit
  'timeout',
  'overloaded', // 429 or 5xx until patience ran out
  'unreachable', // connection refused, dropped, or a name that does not resolve
  'bad-request', // 400 and the like: this endpoint does not take such a question
  'too-large', // the reply is larger than an answer can be
] as const;
export const CallFailure = z.enum(CALL_FAILURES);
export type CallFailure = z.infer<typeof CallFailure>;

/** One question that was paid for, and what came back. */
export const Call = z.object({
  id: z.int().min(1),
  role: RoleId,
  /** Model name as asked for. */
  model: z.string(),
  baseUrl: z.string(),
  promptId: PromptId,
  promptVersion: z.int(),
  promptHash: z.string(),
  /** Which of several repeats, from 0. */
  repeat: z.int().min(0),
  /** Messages as sent; media are named, not held. */
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })),
  /** The reply as it came, before anything was read from it; of a failed call the last one. */
  rawReply: z.string().optional(),
  /** What was read from it. */
  value: z.unknown().optional(),
  failure: z.object({ code: CallFailure, message: z.string() }).optional(),
  /** True when the first reply had to be repaired. */
  isRepaired: z.boolean(),
  attempts: z.int().min(0),
  tokensIn: z.int().min(0),
  tokensOut: z.int().min(0),
  /** US dollars; absent where the endpoint has no price. */
  costUsd: z.number().min(0).optional(),
  latencyMs: z.number().min(0),
  at: z.iso.datetime(),
});
export type Call = z.infer<typeof Call>;

/** What a person says of a judgement: two different things that can be wrong. */
export const JudgementVerdict = z.enum(['agree', 'caption-wrong', 'verdict-wrong']);
export type JudgementVerdict = z.infer<typeof JudgementVerdict>;

export const JudgementLabel = z.object({
  verdict: JudgementVerdict,
  note: z.string().max(4000).default(''),
  at: z.iso.datetime(),
});
export type JudgementLabel = z.infer<typeof JudgementLabel>;

/** What an item was called in words when it was judged. */
export const CaptionUse = z.object({
  side: z.enum(['task', 'reference', 'response']),
  tag: z.string(),
  modality: ModalityIdSchema,
  caption: z.string(),
  /** `error-text`: official-compatible mode judged a missing file by its error. */
  source: z.enum(['dataset', 'imported', 'captioner', 'error-text']),
  call: Call.optional(),
  media: MediaState.optional(),
});
export type CaptionUse = z.infer<typeof CaptionUse>;

/** Everything behind one judged figure of one response: the judge's-eye view. */
export const Judgement = z.object({
  /** Stable: names instance, model, metric and tag. */
  id: z.string(),
  metric: z.enum(['SC', 'coherence', 'GQ']),
  tag: z.string().optional(),
  /** Figures made of it, by metric id, in [0, 1]. */
  values: z.record(z.string(), z.number()),
  /** On the judge's own scale, one entry a repeat, by key of the reply, e.g. `score`. */
  raws: z.record(z.string(), z.array(z.number())),
  /** Sample standard deviation over the repeats on the own scale, by key; absent for one repeat. */
  spread: z.record(z.string(), z.number()).optional(),
  reasons: z.record(z.string(), z.string()),
  unscored: z.object({ code: z.string(), reason: z.string() }).optional(),
  captions: z.array(CaptionUse),
  calls: z.array(Call),
  isOfficialCompatible: z.boolean(),
  /** True when response, captions, prompt or settings changed since. */
  isStale: z.boolean(),
  /** Newest first; the first one counts. */
  labels: z.array(JudgementLabel),
});
export type Judgement = z.infer<typeof Judgement>;

const Count = z.int().min(0);

/** What was asked of models, all roles together. */
export const SpendingTotals = z.object({
  calls: Count,
  /** Of `calls`, those without a usable answer. */
  failed: Count,
  /** Questions that were answered before, and cost nothing again. */
  fromCache: Count,
  tokensIn: Count,
  tokensOut: Count,
  /** Absent where some call has no price. */
  costUsd: z.number().min(0).optional(),
});
export type SpendingTotals = z.infer<typeof SpendingTotals>;

/** What was asked of the model of one role. */
export const Spending = SpendingTotals.extend({
  role: RoleId,
  model: z.string(),
  /** Within 5 %; absent before the first call. */
  latencyMsMedian: z.number().min(0).optional(),
  latencyMsP95: z.number().min(0).optional(),
});
export type Spending = z.infer<typeof Spending>;

/** What a run would ask of one role, before it starts. */
export const CallEstimate = z.object({
  role: RoleId,
  model: z.string(),
  calls: Count,
  fromCache: Count,
  tokensIn: Count,
  tokensOut: Count,
  costUsd: z.number().min(0).optional(),
  /** How tokens were guessed: `measured` from earlier calls of this role, else `assumed`. */
  basis: z.enum(['measured', 'assumed']),
});
export type CallEstimate = z.infer<typeof CallEstimate>;
