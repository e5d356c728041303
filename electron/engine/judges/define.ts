// What is asked of a model, and what comes back. Everything here takes values and gives values; the
// database, the cache and the order of a run are the jobs' (`../jobs/judging`).
import type { CallFailure, PromptId } from '../../../shared/model/judge.ts';
import type { EndpointSettings, RoleId } from '../../../shared/model/endpoint.ts';

/** A piece of a message. Bytes are encoded by the endpoint, as it takes them. */
export type ChatPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'image';
      readonly mimeType: 'image/jpeg' | 'image/png';
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'audio'; readonly format: 'wav' | 'mp3'; readonly bytes: Uint8Array }
  | { readonly type: 'video'; readonly mimeType: 'video/mp4'; readonly bytes: Uint8Array };

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly ChatPart[];
}

/** The prompt that a question was made from. */
export interface PromptUse {
  readonly id: PromptId;
  readonly version: number;
  /** SHA-256 of the text in use, hex. */
  readonly hash: string;
  /** The text itself, where it is not the project's. */
  readonly text?: string;
}

/** What reading a reply gave. */
export type ReadReply<T> =
  | { readonly status: 'read'; readonly value: T }
  /** `problem` is quoted to the model in the repair turn. */
  | { readonly status: 'bad'; readonly problem: string };

/** How a reply must look. */
export interface ReplyForm<T = unknown> {
  /** Wire name, e.g. `unim_sc`; absent for plain text. */
  readonly name?: string | undefined;
  /** JSON schema sent with the request; absent for plain text. */
  readonly schema?: Readonly<Record<string, unknown>> | undefined;
  readonly read: (text: string) => ReadReply<T>;
}

/** One question to the model of a role, complete. */
export interface Question<T = unknown> {
  readonly role: RoleId;
  readonly prompt: PromptUse;
  readonly messages: readonly ChatMessage[];
  readonly form: ReplyForm<T>;
  /** What was filled into the prompt, media by name and hash only: kept with the call. */
  readonly filled: Readonly<Record<string, string>>;
  /** SHA-256 over everything that was filled in, media bytes included, hex. */
  readonly inputHash: string;
  /** Which of several repeats, from 0; goes into the request's seed. */
  readonly repeat: number;
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; undefined where the endpoint has no price. */
  readonly costUsd: number | undefined;
}

interface Told {
  readonly usage: Usage;
  readonly latencyMs: number;
  /** Requests sent, failed ones included. */
  readonly attempts: number;
  readonly isRepaired: boolean;
}

/** What came of a question. A failure is a state of its own, never a low score. */
export type Answer<T = unknown> =
  | (Told & { readonly status: 'answered'; readonly rawReply: string; readonly value: T })
  | (Told & {
      readonly status: 'failed';
      readonly code: CallFailure;
      readonly message: string;
      readonly rawReply: string | undefined;
    });

/**
 * The endpoint will answer nothing: 401, 403, 404, or a key that is not there. Stops the whole run;
 * the message says what to do and never holds a key.
 */
export class EndpointRefused extends Error {}

/** The endpoint broke down again and again: the run is paused, nothing is lost. */
export class EndpointDown extends Error {}

export interface AskOptions {
  /** The call's cache key, sent as `Idempotency-Key`, so that a repeated request is not paid twice. */
  readonly callKey: string;
  readonly signal: AbortSignal;
}

/** The models behind the roles. Limits, patience and circuit breakers are kept an endpoint. */
export interface Endpoints {
  /** @returns undefined where no endpoint serves the role */
  readonly settingsOf: (role: RoleId) => EndpointSettings | undefined;
  /**
   * @throws EndpointRefused, EndpointDown; rejects with the signal's reason when aborted
   */
  readonly ask: <T>(question: Question<T>, options: AskOptions) => Promise<Answer<T>>;
  /** Ends what is on its way. */
  readonly close: () => Promise<void>;
}

/** Keys by the place that settings name; given by the host. */
export interface KeyRing {
  /** @returns undefined when there is none */
  readonly find: (
    settings: Pick<EndpointSettings, 'apiKeyEnv' | 'apiKeyStored'>,
  ) => string | undefined;
}
