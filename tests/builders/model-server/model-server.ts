// A server on loopback that speaks the chat completions API, and misbehaves when a script says so. It
// counts what it is asked and what it would charge, as a vendor does: a repeated `Idempotency-Key` gets
// the kept reply and is not charged again.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBatchRoutes, type BatchControl } from './batches.ts';
import { readChatRequest } from './chat-request.ts';
import type { ChatRequest, Counts, Reaction, Script } from './define.ts';
import { answerAsModel } from './model-answers.ts';
import { createFileRoutes, type FileRequest, type FileScript } from './generators.ts';
import { readBody, sendJson } from './http.ts';
import { completionOf, sendReaction, type Completion } from './send-reaction.ts';

export interface ModelServerOptions {
  /** What becomes of each request; a model that does what it is asked when absent. */
  readonly script?: Script;
  /** Milliseconds that a completion takes. */
  readonly latencyMs?: number;
  /** Names that `/models` lists; `model` alone when absent. */
  readonly models?: readonly string[];
  /** False: 404 for files and batches. */
  readonly hasBatches?: boolean;
  /** Answers 401 to requests without it. */
  readonly key?: string;
  readonly port?: number;
  /** What becomes of orders of files; good ones when absent. */
  readonly fileScript?: FileScript;
}

export interface ModelServer {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  readonly counts: () => Counts;
  /** Every chat completion that was asked for, in order. */
  readonly requests: readonly ChatRequest[];
  /** The headers of each. */
  readonly headers: readonly IncomingHttpHeaders[];
  setScript: (script: Script | undefined) => void;
  /** Every file that was ordered, in order. */
  readonly files: readonly FileRequest[];
  setFileScript: (script: FileScript | undefined) => void;
  readonly batches: BatchControl;
  readonly close: () => Promise<void>;
}

/** Starts a server at a free port. */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  let script = options.script ?? answerAsModel;
  const kept = new Map<string, Completion>();
  const seen = new Map<string, number>();
  const requests: ChatRequest[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const counts = {
    requests: 0,
    paid: 0,
    replayed: 0,
    inFlight: 0,
    mostInFlight: 0,
    batches: 0,
    batchedRequests: 0,
    tokensIn: 0,
    tokensOut: 0,
  };

  /** Charges for a completion, once a key. */
  function charge(request: ChatRequest, reaction: Reaction): void {
    const completion = completionOf(request, reaction);
    counts.paid += 1;
    counts.tokensIn += completion.usage.prompt_tokens;
    counts.tokensOut += completion.usage.completion_tokens;
    if (request.idempotencyKey === undefined || reaction.kind === 'raw') return;
    kept.set(request.idempotencyKey, completion);
  }

  function note(request: ChatRequest): void {
    requests.push(request);
    counts.requests += 1;
    if (request.idempotencyKey !== undefined) {
      seen.set(request.idempotencyKey, request.repeat + 1);
    }
  }

  async function chat(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse((await readBody(incoming)).toString('utf8'));
    const key = incoming.headers['idempotency-key']?.toString();
    const request = readChatRequest(body, {
      index: counts.requests,
      repeat: seen.get(key ?? '') ?? 0,
      idempotencyKey: key,
      authorization: incoming.headers.authorization,
    });
    headers.push(incoming.headers);
    note(request);
    counts.inFlight += 1;
    counts.mostInFlight = Math.max(counts.mostInFlight, counts.inFlight);
    try {
      const completion = kept.get(key ?? '');
      if (completion !== undefined) {
        counts.replayed += 1;
        return await sendReaction(response, request, { kind: 'kept', completion });
      }
      const reaction = await script(request);
      if (options.latencyMs !== undefined) await sleep(options.latencyMs);
      if (isPaid(reaction)) charge(request, reaction);
      await sendReaction(response, request, reaction);
    } finally {
      counts.inFlight -= 1;
    }
  }

  const batches = createBatchRoutes({
    onBatch: (size) => {
      counts.batches += 1;
      counts.batchedRequests += size;
    },
    answer: async (body) => {
      const request = readChatRequest(body, {
        index: counts.requests,
        repeat: 0,
        idempotencyKey: undefined,
        authorization: undefined,
      });
      note(request);
      const reaction = await script(request);
      if (isPaid(reaction)) charge(request, reaction);
      return { request, reaction };
    },
  });

  let { fileScript } = options;
  const { route: routeFiles, files } = createFileRoutes({
    scriptOf: () => fileScript,
    delay: () => sleep(options.latencyMs ?? 0),
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
      return sendJson(response, 401, { error: { message: 'Incorrect API key provided.' } });
    }
    if (pathname === '/v1/chat/completions' && request.method === 'POST') {
      return await chat(request, response);
    }
    if (pathname === '/v1/models') {
      const data = (options.models ?? ['model']).map((id) => ({ id, object: 'model' }));
      return sendJson(response, 200, { object: 'list', data });
    }
    if (await routeFiles(pathname, request, response)) return;
    if ((options.hasBatches ?? true) && (await batches.route(pathname, request, response))) return;
    sendJson(response, 404, { error: { message: `There is no ${pathname}.` } });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (response.destroyed) return; // the client has left
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: { message: String(error) } });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens at a port
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    counts: () => ({ ...counts }),
    requests,
    headers,
    setScript: (next) => void (script = next ?? answerAsModel),
    files,
    setFileScript: (next) => void (fileScript = next),
    batches: batches.control,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isPaid(reaction: Reaction): boolean {
  if (reaction.kind === 'drop') return reaction.when === 'middle';
  return reaction.kind !== 'status' && reaction.kind !== 'hang';
}
