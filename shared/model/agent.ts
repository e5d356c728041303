// UniMA: what the agent is asked to do, and the trace of what it did. A trace is a file of JSON lines, one
// `TraceRecord` a line, appended while the agent works; a half-written last line is what a crash leaves.
import { z } from 'zod';
import { ErrorCode } from '../api/errors.ts';
import { ModalityCounts, ModalityIdSchema } from './content.ts';
import { EndpointMap, RoleId } from './endpoint.ts';
import { InstanceFilter } from './filter.ts';
import { CallEstimate, PromptId, SpendingTotals } from './judge.ts';
import { Budget, EndpointWait } from './run.ts';

export const AgentRunId = z.int().min(1).brand<'AgentRunId'>();
export type AgentRunId = z.infer<typeof AgentRunId>;

/**
 * What can be left out, as in the paper's ablation: `ter` (the response is written straight from the
 * captions, in one step), `tcdc` (captions that know nothing of the task), `verification` (the first
 * report is carried out as it is).
 */
export const ABLATIONS = ['ter', 'tcdc', 'verification'] as const;
export const Ablation = z.enum(ABLATIONS);
export type Ablation = z.infer<typeof Ablation>;

/** What nodes of a chain do, in their order. `caption` is receiving, `make` is generating. */
export const AGENT_STEPS = [
  'caption', // an item of the task put into words for this task
  'question', // step 1: the question in other words, and what it asks for
  'analysis', // step 2: is it about data? then the code that is to be run
  'code', // step 2: the code is run
  'content', // step 3: text, items and tools
  'report', // step 4: interleaved text with its tags, and an order for each tag
  'direct', // without TER: steps 1 to 4 in one
  'check', // the report against the task: by code, then by the model
  'judge', // what is wrong, and the step to go back to
  'make', // an ordered item is made
] as const;
export const AgentStep = z.enum(AGENT_STEPS);
export type AgentStep = z.infer<typeof AgentStep>;

/** The numbers that the paper gives the steps that can be gone back to. */
export const SERC_STEPS = { question: 1, analysis: 2, content: 3, report: 4 } as const;
export type SercStep = 1 | 2 | 3 | 4;
const SercStepSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** Something that later steps may rest on. */
export const Evidence = z.object({
  /** Unique within a trace: `task`, `input:image1`, `question`, `data-report`, `error:1` … */
  id: z.string().min(1).max(200),
  kind: z.enum(['task', 'caption', 'question', 'data-report', 'content', 'error']),
  /** Tag of the task's item that it is about. */
  tag: z.string().optional(),
  /** Node that gave it; absent for the task itself. */
  node: z.string().optional(),
  text: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A sentence of the answer with what it rests on. */
export const Claim = z.object({ text: z.string(), evidence: z.array(z.string()) });
export type Claim = z.infer<typeof Claim>;

/** What the report orders for one tag. */
export const ReportEntry = z.object({
  /** As it stands in the content, e.g. `image2`. */
  tag: z.string(),
  modality: ModalityIdSchema,
  /** Name of the tool that is to make it. */
  tool: z.string(),
  /** What is to be made, in words. */
  prompt: z.string(),
  /** The text itself, of documents and code. */
  content: z.string().optional(),
  /** What charts and scenes are made of. */
  data: z.unknown().optional(),
  evidence: z.array(z.string()).default([]),
});
export type ReportEntry = z.infer<typeof ReportEntry>;

/** Step 4's result. */
export const AgentReport = z.object({
  /** Interleaved text with its tags. */
  content: z.string(),
  items: z.array(ReportEntry),
  claims: z.array(Claim),
});
export type AgentReport = z.infer<typeof AgentReport>;

/** What a check found. */
export const CheckFinding = z.object({
  code: z.enum([
    'missing-modality',
    'extra-modality',
    'wrong-count',
    'undefined-tag',
    'unused-tag',
    'repeated-tag',
    'wrong-number',
    'wrong-tool',
    'empty-order',
    'fact',
    'logic',
    'other',
  ]),
  message: z.string(),
  tag: z.string().optional(),
  modality: ModalityIdSchema.optional(),
});
export type CheckFinding = z.infer<typeof CheckFinding>;

const Count = z.int().min(0);
const Base = z.object({
  /** Counts up from 0 over all records of a trace. */
  seq: Count,
  at: z.iso.datetime(),
});

/**
 * A node's name, unique within a trace and the same whenever the same chain runs again:
 * `receive/image1`, `r1/question`, `r1/analysis`, `r1/code`, `r1/content`, `r1/report`, `r1/check`,
 * `r1/judge`, `r2/content` …, `make/image2`.
 */
const NodeName = z.string().min(1).max(300);

const TraceStart = Base.extend({
  kind: z.literal('start'),
  format: z.literal('unim-loupe-trace'),
  version: z.literal(1),
  key: z.string(),
  model: z.string(),
  /** Where a trace was made for show, e.g. `made against the test server`. */
  label: z.string().optional(),
  task: z.object({
    content: z.string(),
    items: z.array(
      z.object({ tag: z.string(), modality: ModalityIdSchema, file: z.string().optional() }),
    ),
  }),
  maxRounds: Count,
  ablate: z.array(Ablation),
  /** Who serves which role. */
  models: z.array(z.object({ role: RoleId, model: z.string() })),
});

const TraceBegin = Base.extend({
  kind: z.literal('begin'),
  node: NodeName,
  step: AgentStep,
  /** Pass through the chain, from 1; 0 for captions. */
  round: Count,
  tag: z.string().optional(),
});

const TraceEnd = Base.extend({
  kind: z.literal('end'),
  node: NodeName,
  step: AgentStep,
  round: Count,
  tag: z.string().optional(),
  status: z.enum(['done', 'failed', 'skipped']),
  /** SHA-256 over all that decides the result, hex: a resumed chain takes over what has the same. */
  inputHash: z.string(),
  /** Evidence that it was given. */
  given: z.array(z.string()),
  /** Evidence that it names as used. */
  used: z.array(z.string()),
  /** Evidence that it gave. */
  gives: z.array(Evidence),
  prompt: z
    .object({
      id: PromptId,
      version: z.int(),
      hash: z.string(),
      isEdited: z.boolean(),
      messages: z.array(
        z.object({ role: z.enum(['system', 'user', 'assistant']), text: z.string() }),
      ),
    })
    .optional(),
  role: RoleId.optional(),
  model: z.string().optional(),
  /** As it came; of a failed step the last one. */
  rawReply: z.string().optional(),
  isRepaired: z.boolean().optional(),
  /** What was read from it; its shape follows from `step`. */
  result: z.unknown().optional(),
  /** Why it failed, or was skipped. */
  problem: z.object({ code: z.string(), message: z.string() }).optional(),
  tokensIn: Count,
  tokensOut: Count,
  /** US dollars; absent where the endpoint has no price. */
  costUsd: z.number().min(0).optional(),
  /** True where the answer was kept from before and cost nothing again. */
  isFromCache: z.boolean(),
  durationMs: z.number().min(0),
});

const TraceVerdict = Base.extend({
  kind: z.literal('verdict'),
  node: NodeName,
  round: Count,
  passed: z.boolean(),
  /** The model is only asked about a report that code has nothing against. */
  by: z.enum(['code', 'model']),
  findings: z.array(CheckFinding),
});

const TraceBacktrack = Base.extend({
  kind: z.literal('backtrack'),
  /** The round that ends; the next one begins at `toStep`. */
  round: Count,
  toStep: SercStepSchema,
  /** What the judger named; differs from `toStep` where that could not help. */
  namedStep: SercStepSchema.optional(),
  error: z.string(),
  /** Why another step was chosen than the one named, for people. */
  note: z.string().optional(),
});

const TraceItem = Base.extend({
  kind: z.literal('item'),
  node: NodeName,
  tag: z.string(),
  modality: ModalityIdSchema,
  tool: z.string(),
  status: z.enum(['made', 'missing']),
  attempts: Count,
  /** Relative to the prediction file's folder; absent for inline content. */
  file: z.string().optional(),
  inline: z.string().optional(),
  sizeBytes: Count.optional(),
  reason: z.string().optional(),
});

const TraceResume = Base.extend({
  kind: z.literal('resume'),
  why: z.enum(['restart', 'rerun']),
  /** The node that a re-run begins at. */
  node: z.string().optional(),
  editedPrompts: z.array(PromptId),
});

export const AgentVerdict = z.enum(['passed', 'unverified', 'failed']);
export type AgentVerdict = z.infer<typeof AgentVerdict>;

const TraceFinish = Base.extend({
  kind: z.literal('finish'),
  /** `unverified`: no report passed, or none was checked; the last one was carried out. */
  verdict: AgentVerdict,
  /** Why it is unverified or failed. */
  reason: z.string().optional(),
  /** Node of the report that was carried out. */
  reportNode: z.string().optional(),
  content: z.string().optional(),
  /** Entries of the prediction, by tag. */
  modal: z.record(z.string(), z.string()).optional(),
  rounds: Count,
  missing: z.array(z.string()),
  tokensIn: Count,
  tokensOut: Count,
  costUsd: z.number().min(0).optional(),
  seconds: z.number().min(0),
});

/** One line of a trace. */
export const TraceRecord = z.discriminatedUnion('kind', [
  TraceStart,
  TraceBegin,
  TraceEnd,
  TraceVerdict,
  TraceBacktrack,
  TraceItem,
  TraceResume,
  TraceFinish,
]);
export type TraceRecord = z.infer<typeof TraceRecord>;
export type TraceRecordOf<K extends TraceRecord['kind']> = Extract<TraceRecord, { kind: K }>;

/** A local command that makes items of a modality; never kept in a project. */
export const AgentCommand = z.object({
  /** Program and arguments; `{prompt}` and `{out}` are filled in, no shell is asked. */
  argv: z.array(z.string().min(1).max(4096)).min(1).max(64),
  /** Of the file that it writes. */
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  timeoutMs: z.int().min(100).max(3_600_000).default(600_000),
});
export type AgentCommand = z.infer<typeof AgentCommand>;

/** What a command can make. */
export const AGENT_COMMAND_KINDS = ['image', 'speech', 'video', 'threeD'] as const;
export const AgentCommandKind = z.enum(AGENT_COMMAND_KINDS);
export type AgentCommandKind = z.infer<typeof AgentCommandKind>;

export const AgentCommands = z.partialRecord(AgentCommandKind, AgentCommand);
export type AgentCommands = z.infer<typeof AgentCommands>;

/** For which instances the agent is to answer, and how. */
export const AgentRequest = z.object({
  filter: InstanceFilter.default({}),
  /** Of the filtered instances only these. */
  keys: z.array(z.string().max(1000)).min(1).max(10_000).optional(),
  /** Name of the model that the answers become; `UniMA`, with what was left out, when absent. */
  model: z.string().trim().min(1).max(120).optional(),
  ablate: z.array(Ablation).max(3).default([]),
  /** Backtracks at most. */
  maxRounds: z.int().min(0).max(20).default(3),
  /** Questions and items that are asked of models at once. */
  concurrency: z.int().min(1).max(64).default(8),
  endpoints: EndpointMap.optional(),
  budgetUsd: Budget.optional(),
  /** Begin although some items cannot be made; they are marked as missing. */
  allowMissing: z.boolean().default(false),
  /** In the place of the project's prompts. */
  prompts: z.partialRecord(PromptId, z.string().max(100_000)).default({}),
  /** Shown with every trace, e.g. `made against the test server`. */
  label: z.string().max(200).optional(),
});
export type AgentRequest = z.infer<typeof AgentRequest>;

/** Who would make the items of a modality. */
export const AgentMaker = z.object({
  modality: ModalityIdSchema,
  /** Instances whose answer is to hold such items. */
  instances: Count,
  /** Names of the tools that can; the first is used where the plan names none. */
  tools: z.array(z.string()),
  /** `partly`: by local tools that make some of what can be asked for, e.g. charts. */
  state: z.enum(['served', 'partly', 'none']),
  /** For people. */
  message: z.string(),
});
export type AgentMaker = z.infer<typeof AgentMaker>;

export const AgentPlan = z.object({
  instances: Count,
  makers: z.array(AgentMaker),
  /** Roles that are needed and that nobody serves. */
  unservedRoles: z.array(RoleId),
  /** What keeps the run from beginning, for people; empty when it can. */
  obstacles: z.array(z.string()),
  /** What nobody makes or describes: keeps it from beginning, too, unless `allowMissing`. */
  gaps: z.array(z.string()),
  /** Sentences for people. */
  why: z.array(z.string()),
  estimates: z.array(CallEstimate),
  concurrency: z.int().min(1),
});
export type AgentPlan = z.infer<typeof AgentPlan>;

export const AgentRunState = z.enum(['running', 'paused', 'done', 'cancelled', 'failed']);
export type AgentRunState = z.infer<typeof AgentRunState>;

export const AgentTotals = z.object({
  planned: Count,
  done: Count,
  passed: Count,
  unverified: Count,
  failed: Count,
  /** Ordered items that could not be made. */
  missingItems: Count,
  backtracks: Count,
});
export type AgentTotals = z.infer<typeof AgentTotals>;

export const AgentRun = z.object({
  id: AgentRunId,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  state: AgentRunState,
  /** Name of the model that its answers are. */
  model: z.string(),
  label: z.string().optional(),
  ablate: z.array(Ablation),
  maxRounds: Count,
  concurrency: z.int().min(1),
  filter: InstanceFilter,
  totals: AgentTotals,
  seconds: z.number().min(0),
  spending: SpendingTotals,
  budgetUsd: Budget.optional(),
  /** The prediction file. */
  file: z.string(),
  error: z.object({ code: ErrorCode, message: z.string() }).optional(),
  /** While it runs and an endpoint does not answer. */
  waiting: EndpointWait.optional(),
});
export type AgentRun = z.infer<typeof AgentRun>;

/** One instance of a run. */
export const AgentItem = z.object({
  key: z.string(),
  state: z.enum(['waiting', 'running', 'done']),
  verdict: AgentVerdict.optional(),
  reason: z.string().optional(),
  /** Passes through the chain. */
  rounds: Count,
  missing: z.array(z.string()),
  counts: ModalityCounts.optional(),
  tokensIn: Count,
  tokensOut: Count,
  costUsd: z.number().min(0).optional(),
  seconds: z.number().min(0),
  /** Traces that there are of it, counted from 1; a re-run begins another. */
  attempts: Count,
});
export type AgentItem = z.infer<typeof AgentItem>;
