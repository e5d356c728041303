// One HTTP request, whole: what it sends is chosen here, header by header, and its answer is read to the
// end within a time and a size. A key is looked up for each request and goes nowhere but into its header.
import { Agent, EnvHttpProxyAgent, fetch as send, type Dispatcher } from 'undici';
import type { Log } from '../../log.ts';

/** As the `openai` package calls it. */
export type Transport = typeof globalThis.fetch;

export interface TransportOptions {
  readonly findKey: () => string | undefined;
  readonly timeoutMs: number;
  readonly log: Log;
  /** Largest reply that is read. */
  readonly maxBytes?: number;
}

/** The reply is larger than an answer can be. */
export class ReplyTooLarge extends Error {}
/** No whole reply came in the time that one request may take. */
export class RequestTimeout extends Error {}

/** Long answers are some hundred kilobytes. */
const MAX_REPLY_BYTES = 4 * 2 ** 20;

/** Makes requests with a time limit over the whole reply, not only up to its first byte. */
export function createTransport(options: TransportOptions): Transport {
  const { findKey, timeoutMs, log, maxBytes = MAX_REPLY_BYTES } = options;
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? 'GET';
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    let status: number | undefined;
    try {
      const body = await wholeBody(init);
      const response = await send(url, {
        method,
        headers: chosenHeaders(body.headers, findKey()),
        body: body.bytes,
        redirect: 'manual', // a key is not carried on to where somebody else points
        signal,
        dispatcher: dispatcherFor(url),
      });
      status = response.status;
      const bytes = await readWhole(response.body, maxBytes);
      const headers = [...response.headers].filter(([name]) => name !== 'content-encoding');
      return new Response(isBodiless(status) ? null : bytes, { status, headers });
    } catch (error) {
      if (deadline.aborted && !init.signal?.aborted) {
        throw new RequestTimeout(`no whole reply within ${timeoutMs} ms`, { cause: error });
      }
      throw error;
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

const isBodiless = (status: number) => status === 204 || status === 205 || status === 304;

const SENT_HEADERS = ['accept', 'content-type', 'idempotency-key'] as const;

function chosenHeaders(from: Headers, key: string | undefined): [string, string][] {
  const sent: [string, string][] = [['user-agent', 'UniM-Loupe']];
  for (const name of SENT_HEADERS) {
    const value = from.get(name);
    if (value !== null) sent.push([name, value]);
  }
  if (key !== undefined) sent.push(['authorization', `Bearer ${key}`]);
  return sent;
}

async function readWhole(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new ReplyTooLarge(`the reply is larger than ${maxBytes} bytes`); // leaving the loop hangs up
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const UNTIMED = { headersTimeout: 0, bodyTimeout: 0 } satisfies Agent.Options;
let direct: Dispatcher | undefined;
let outward: Dispatcher | undefined;

/** Connections are kept open; a proxy is taken as the environment names it, but not to this machine. */
function dispatcherFor({ hostname }: URL): Dispatcher {
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return (direct ??= new Agent(UNTIMED));
  return (outward ??= new EnvHttpProxyAgent(UNTIMED));
}
