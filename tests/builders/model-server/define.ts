// What the test server is asked and what a script makes of it. A script sees the request as parsed; it
// answers as a model would, or tells the server how to go wrong.

export interface ChatPartWire {
  readonly type: string;
  readonly text?: string;
  readonly image_url?: { readonly url: string };
  readonly input_audio?: { readonly data: string; readonly format: string };
  readonly video_url?: { readonly url: string };
}

export interface ChatBody {
  readonly model: string;
  readonly messages: readonly {
    readonly role: string;
    readonly content: string | readonly ChatPartWire[];
  }[];
  readonly stream?: boolean;
  readonly seed?: number;
  readonly temperature?: number;
  readonly max_completion_tokens?: number;
  readonly max_tokens?: number;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly schema: unknown };
  };
}

/** A chat completion that was asked for. */
export interface ChatRequest {
  readonly body: ChatBody;
  /** Of this request, counted from 0 over all chat completions. */
  readonly index: number;
  /** How many requests with the same `Idempotency-Key` came before; 0 without one. */
  readonly repeat: number;
  readonly idempotencyKey: string | undefined;
  readonly authorization: string | undefined;
  /** Text of all messages, one after another. */
  readonly text: string;
  /** Wire name of the form asked for, e.g. `unim_sc`. */
  readonly formName: string | undefined;
  readonly mediaTypes: readonly string[];
}

/** What becomes of a request. */
export type Reaction =
  /** A completion with this content; undefined fields are as a good model has them. */
  | {
      readonly kind: 'reply';
      readonly content: string | null;
      readonly refusal?: string;
      readonly finishReason?: string;
      readonly tokensIn?: number;
      readonly tokensOut?: number;
    }
  /** A status and a body as they are; nothing is charged. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** A body that is no completion, byte for byte, with status 200; charged, but not kept. */
  | { readonly kind: 'raw'; readonly body: string | Uint8Array; readonly contentType?: string }
  /** The connection is cut: before anything is sent, or in the middle of a paid reply. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'middle'; readonly content?: string }
  /** A good reply, and the very same reply once more on the same connection. */
  | { readonly kind: 'twice'; readonly content: string }
  /** The headers come, then a byte every now and then; charged. */
  | { readonly kind: 'drip'; readonly everyMs: number; readonly content: string }
  /** Nothing ever comes. */
  | { readonly kind: 'hang' };

export type Script = (request: ChatRequest) => Reaction | Promise<Reaction>;

/** What the server saw. */
export interface Counts {
  /** Chat completions asked for, whatever became of them. */
  readonly requests: number;
  /** Completions that were made and charged. */
  readonly paid: number;
  /** Kept replies that were given again without a charge. */
  readonly replayed: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Batches that were created, and the questions in them. */
  readonly batches: number;
  readonly batchedRequests: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}
