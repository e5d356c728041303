import { z } from 'zod';

/** Modalities whose items a captioner puts into words; text speaks for itself. */
export const CAPTIONED_MODALITIES = [
  'image',
  'document',
  'code',
  'audio',
  'video',
  'threeD',
] as const;
export type CaptionedModality = (typeof CAPTIONED_MODALITIES)[number];

/** What models are asked for. Each role may be served by another endpoint. */
export const ROLE_IDS = [
  'judge',
  'captioner.image',
  'captioner.document',
  'captioner.code',
  'captioner.audio',
  'captioner.video',
  'captioner.threeD',
  // of the agent: its steps, its checker and judger, and what makes items
  'reasoner',
  'checker',
  'generator.image',
  'generator.speech',
  'generator.video',
  'generator.threeD',
] as const;
export const RoleId = z.enum(ROLE_IDS);
export type RoleId = z.infer<typeof RoleId>;

/** The role that captions items of a modality. */
export function captionerOf(modality: CaptionedModality): RoleId {
  return `captioner.${modality}`;
}

/** `*` stands for every role that is not named. */
export const EndpointKey = z.enum([...ROLE_IDS, '*']);
export type EndpointKey = z.infer<typeof EndpointKey>;

/** What an endpoint takes; found out by testing it, or set by hand. */
export const EndpointTakes = z.object({
  image: z.boolean(),
  audio: z.boolean(),
  video: z.boolean(),
  /** The strictest form of answer that it can be held to. */
  json: z.enum(['json_schema', 'json_object', 'text']),
});
export type EndpointTakes = z.infer<typeof EndpointTakes>;

const Usd = z.number().min(0).max(10_000);

/** Places of keys are named, keys are not: what begins as vendors' keys do is refused. */
const isNoKey = (name: string): boolean =>
  !/^(sk|gsk|hf|xai|pplx|r8|nvapi|tgp|csk|ghp|AIza)[-_A-Z0-9].{15,}$/i.test(name) ||
  /^[A-Z0-9_]+$/.test(name);
const noKey = 'this looks like a key. Give the name of the place that holds it instead';

/** Name of an environment variable that holds a key. */
export const KeyVariable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/)
  .refine(isNoKey, noKey);
/** Name of an entry in the system's key store. */
export const StoredKeyName = z.string().trim().min(1).max(120).refine(isNoKey, noKey);

/**
 * One OpenAI-compatible endpoint and how it is asked. Of a key only the place is ever kept: the name
 * of an environment variable, or of an entry in the system's key store.
 */
export const EndpointSettings = z.object({
  /** Up to and with `/v1`; http or https. Kept in the project, so it may hold no key. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .regex(/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/i, 'give it without user, password and "?…"'),
  model: z.string().min(1).max(200),
  /** Looked at first. */
  apiKeyEnv: KeyVariable.optional(),
  apiKeyStored: StoredKeyName.optional(),
  /** Requests on their way at once. */
  concurrency: z.int().min(1).max(256).default(8),
  /** Milliseconds one request may take. */
  timeoutMs: z.int().min(100).max(3_600_000).default(60_000),
  requestsPerMinute: z.int().min(1).max(1_000_000).optional(),
  /** US dollars per million tokens; a call's cost is unknown without them. */
  usdPerMTokIn: Usd.optional(),
  usdPerMTokOut: Usd.optional(),
  /** Sent only when set; reasoning models refuse it. */
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.int().min(16).max(200_000).optional(),
  /** Absent: taken from what the endpoint answers. */
  takes: EndpointTakes.optional(),
  /** Ask through the Batch API: cheaper, later. */
  useBatch: z.boolean().default(false),
});
export type EndpointSettings = z.infer<typeof EndpointSettings>;

/** Endpoints by role, the form of `--endpoints FILE`. */
export const EndpointMap = z.partialRecord(EndpointKey, EndpointSettings);
export type EndpointMap = z.infer<typeof EndpointMap>;

/** The endpoint that serves a role. */
export function endpointOf(map: EndpointMap, role: RoleId): EndpointSettings | undefined {
  return map[role] ?? map['*'];
}

/** Where the key of an endpoint comes from. `none`: it asks without one. */
export const KeyPlace = z.object({
  from: z.enum(['env', 'keyStore', 'none']),
  isThere: z.boolean(),
});
export type KeyPlace = z.infer<typeof KeyPlace>;

/** One question of the endpoint test and what came of it. */
export const EndpointCheck = z.object({
  what: z.enum([
    'text',
    'image',
    'audio',
    'video',
    'json_schema',
    'json_object',
    // of a generator: a small order, and its file opened
    'make_image',
    'make_speech',
    'make_video',
    'make_threeD',
  ]),
  result: z.enum(['works', 'refused', 'wrong', 'failed', 'skipped']),
  /** A sentence: what came back, or why not. Never holds a key. */
  message: z.string(),
  latencyMs: z.number().min(0).optional(),
});
export type EndpointCheck = z.infer<typeof EndpointCheck>;

export const EndpointTest = z.object({
  checks: z.array(EndpointCheck),
  /** What to set; absent when not even text works, and for generators. */
  takes: EndpointTakes.optional(),
  tokensIn: z.int().min(0),
  tokensOut: z.int().min(0),
  costUsd: z.number().min(0).optional(),
});
export type EndpointTest = z.infer<typeof EndpointTest>;
