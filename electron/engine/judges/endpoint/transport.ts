// One HTTP request, whole: what it sends is chosen here, header by header, and its answer is read to the
// end within a time and a size. The key is looked up for each request, goes nowhere but into its header,
// and is taken out of whatever comes back.
import type { Agent, Dispatcher } from 'undici';
import type { Log } from '../../log.ts';
import { HttpProblem, ReplyTooLarge, RequestTimeout } from './http-problem.ts';
import { withoutKey } from './scrub.ts';
import { isThisMachine } from './this-machine.ts';

/** As the `openai` package calls it. */
export type Transport = typeof globalThis.fetch;

export interface TransportOptions {
  readonly findKey: () => string | undefined;
  readonly timeoutMs: number;
  readonly log: Log;
  /** Largest reply that is read; an answer's are some kilobytes, a batch's many megabytes. */
  readonly maxBytes?: number;
  /** A reply that is neither text nor JSON stays as it is, byte for byte: what a generator makes. */
  readonly takesBytes?: boolean;
}

const MAX_REPLY_BYTES = 4 * 2 ** 20;

/**
 * Makes requests with a time limit over the whole reply, not only up to its first byte.
 *
 * The result throws HttpProblem for every status but 2xx, ReplyTooLarge, RequestTimeout.
 */
export function createTransport(options: TransportOptions): Transport {
  const { findKey, timeoutMs, log, maxBytes = MAX_REPLY_BYTES } = options;
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? 'GET';
    const key = findKey();
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    let status: number | undefined;
    try {
      const sent = await wholeBody(init);
      // this never follows a redirect: a key is not carried on to where somebody else points
      const { request } = await undici();
      const response = await request(url, {
        method: method, // the client uses GET and POST
        headers: chosenHeaders(sent.headers, key),
        body: sent.bytes,
        signal,
        dispatcher: await dispatcherFor(url),
      });
      status = response.statusCode;
      const headers = toHeaders(response.headers);
      const bytes = await readWhole(response.body, maxBytes);
      const type = headers.get('content-type') ?? 'application/json';
      const isMade = options.takesBytes === true && !/^(text|application\/json)/i.test(type);
      const text = () => withoutKey(bytes.toString('utf8'), key);
      if (status < 200 || status > 299) throw new HttpProblem(status, headers, text());
      const body = isMade ? new Uint8Array(bytes) : text();
      return new Response(status === 204 ? null : body, {
        status,
        headers: { 'content-type': type },
      });
    } catch (error) {
      if (!deadline.aborted || init.signal?.aborted || error instanceof HttpProblem) throw error;
      throw new RequestTimeout(`no whole reply within ${timeoutMs} ms`, { cause: error });
    } finally {
      const ms = Math.round(performance.now() - startedAt);
      log.debug({ method, host: url.host, status, ms }, 'asked an endpoint');
    }
  };
}

// Forms of Node.js mean nothing to the package whose time limits can be set; bytes do.
async function wholeBody({ headers, body }: RequestInit) {
  if (typeof body === 'string' || body === undefined || body === null) {
    return { headers: new Headers(headers), bytes: body ?? null };
  }
  const packed = new Response(body);
  const all = new Headers(headers);
  const type = packed.headers.get('content-type');
  if (type !== null) all.set('content-type', type);
  return { headers: all, bytes: new Uint8Array(await packed.arrayBuffer()) };
}

const SENT_HEADERS = ['accept', 'content-type', 'idempotency-key'] as const;

function chosenHeaders(from: Headers, key: string | undefined): Record<string, string> {
  const sent: Record<string, string> = { 'user-agent': 'UniM-Loupe' };
  for (const name of SENT_HEADERS) {
    const value = from.get(name);
    if (value !== null) sent[name] = value;
  }
  if (key !== undefined) sent.authorization = `Bearer ${key}`;
  return sent;
}

function toHeaders(received: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}

async function readWhole(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    // leaving the loop hangs up
    if (length > maxBytes) throw new ReplyTooLarge(`the reply is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const UNTIMED = { headersTimeout: 0, bodyTimeout: 0 } satisfies Agent.Options;
let direct: Dispatcher | undefined;
let outward: Dispatcher | undefined;

/** Connections are kept open; a proxy is taken as the environment names it, but not to this machine. */
async function dispatcherFor({ hostname }: URL): Promise<Dispatcher> {
  const http = await undici();
  if (isThisMachine(hostname)) return (direct ??= new http.Agent(UNTIMED));
  return (outward ??= new http.EnvHttpProxyAgent(UNTIMED));
}

/** Loaded with the first request. */
const undici = () => import('undici');
