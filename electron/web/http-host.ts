// The app for a browser: one loopback server that dispatches calls, streams events, and serves pages
// and media. It decides nothing about data; whatever a call means is behind `engine.dispatch`.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireReply } from '../../shared/api/errors.ts';
import type { createLog, Engine } from '../engine/index.ts';
import { findPage } from '../serving/pages.ts';
import { securityHeaders } from '../serving/policy.ts';
import { readJsonBody } from './body.ts';
import { sendDownload } from './download-route.ts';
import { streamEvents } from './event-route.ts';
import { checkSender, checkToken, type Gate } from './gate.ts';
import { sendMedia } from './media-route.ts';
import { createTokenGuard, type TokenGuard } from './token.ts';

export interface HttpHostOptions {
  readonly engine: Engine;
  readonly log: ReturnType<typeof createLog>;
  /** Folder of the built renderer, or the bundler's own handler during development. */
  readonly pages: string | ((request: IncomingMessage, response: ServerResponse) => void);
  /** 0 takes a free one. */
  readonly port?: number;
  readonly maxBodyBytes?: number;
}

export interface HttpHost {
  /** Address with the token in it; whoever has it may use the app. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface Context extends HttpHostOptions {
  readonly guard: TokenGuard;
  readonly port: number;
  readonly maxBodyBytes: number;
}

/** Starts serving at 127.0.0.1 and nowhere else. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const maxBodyBytes = options.maxBodyBytes ?? 1 << 20;
  const context: Context = { ...options, port, maxBodyBytes, guard: createTokenGuard() };
  server.on('request', (request, response) => {
    answer(context, request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the client left in the middle of its body
      options.log.error({ err: error }, 'unexpected error in the HTTP host');
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'This request hit a bug in Loupe; the log has its trace.');
    });
  });
  return {
    url: `http://127.0.0.1:${port}/?token=${context.guard.token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // listening on TCP, hence an AddressInfo
    });
  });
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse) {
  const isDevelopment = typeof context.pages !== 'string';
  for (const [name, value] of Object.entries(securityHeaders({ isDevelopment }))) {
    response.setHeader(name, value);
  }
  const sender = checkSender(request, context.port);
  if (!sender.open) return refuse(response, sender);
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  if (url === null) return sendText(response, 400, 'This address cannot be read.');
  const token = url.searchParams.get('token');
  if (url.pathname === '/' && token !== null && context.guard.matches(token)) {
    return welcome(context, response);
  }
  const allowed = checkToken(request, context.port, context.guard);
  if (!allowed.open) return refuse(response, allowed);
  return route(context, url, request, response);
}

/** Hands the token over as a cookie and takes it out of the address. */
function welcome(context: Context, response: ServerResponse): void {
  response.writeHead(303, {
    location: '/',
    'set-cookie': context.guard.setCookie(context.port),
    'cache-control': 'no-store',
  });
  response.end();
}

async function route(
  context: Context,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, area = '', ...rest] = url.pathname.split('/');
  if (area === 'api') {
    if (request.method !== 'POST') return refuseMethod(response, 'POST');
    return call(context, rest.join('/'), request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuseMethod(response, 'GET, HEAD');
  }
  if (area === 'events' && request.method === 'GET') return streamEvents(context.engine, response);
  if (area === 'downloads') {
    // to look at the headers alone would use the token up
    if (request.method !== 'GET') return refuseMethod(response, 'GET');
    return sendDownload(context.engine.takeDownload, rest.join('/'), response);
  }
  if (area === 'media') return media(context, rest.join('/'), request, response);
  if (typeof context.pages !== 'string') return context.pages(request, response);
  const page = await findPage(context.pages, url.pathname);
  if (page === undefined) return sendText(response, 404, 'There is no such page.');
  response.writeHead(200, { ...page.headers, 'content-length': page.body.length });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

async function call(
  context: Context,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  const body = await readJsonBody(request, context.maxBodyBytes);
  if (!body.ok) {
    const message = `Cannot call "${method}": ${body.message}`;
    // what was not read of the body must not be taken for the next request
    response.setHeader('connection', 'close');
    return sendJson(response, body.status, { ok: false, error: { code: 'bad-input', message } });
  }
  const reply = await context.engine.dispatch(method, body.value, gone.signal);
  if (!response.destroyed) sendJson(response, 200, reply);
}

function media(
  context: Context,
  encodedId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  let mediaId: string;
  try {
    mediaId = decodeURIComponent(encodedId);
  } catch {
    return sendText(response, 400, 'This address is not encoded rightly.');
  }
  return sendMedia(context.engine, mediaId, request, response);
}

function refuse(response: ServerResponse, gate: Exclude<Gate, { open: true }>): void {
  response.setHeader('connection', 'close');
  sendText(response, gate.status, gate.message);
}

function refuseMethod(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  sendText(response, 405, 'This method is not for this address.');
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}

function sendJson(response: ServerResponse, status: number, reply: WireReply): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}
