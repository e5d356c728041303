// The two ways from the page to the engine, each from the renderer's own transport to the host's own
// entry. HTTP goes over a real socket; the desktop's messages go through structured clones, as
// Electron sends them, between the preload's bridge and the main process's core.
import { EventEmitter } from 'node:events';
import { IPC } from '../../shared/api/bridge.ts';
import { createApi, type Api } from '../../shared/api/client.ts';
import { createLog, type Engine } from '../../electron/engine/index.ts';
import { createIpcHostCore, type IpcMessage } from '../../electron/main/ipc-host-core.ts';
import { answerMediaRequest } from '../../electron/main/media-response.ts';
import { createBridge, type IpcRendererLike } from '../../electron/preload/bridge.ts';
import { startHttpHost } from '../../electron/web/http-host.ts';
import { createHttpTransport } from '../../renderer/api/http-transport.ts';
import { createIpcTransport } from '../../renderer/api/ipc-transport.ts';
import { readEventStream } from './event-reader.ts';

/** A page that is connected to an engine. */
export interface Link {
  readonly api: Api;
  /** Fetches a media address as the page would. */
  readonly fetchMedia: (url: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export const LINKS = {
  'HTTP over a socket': linkByHttp,
  "the desktop's messages": linkByMessages,
} as const satisfies Record<string, (engine: Engine, pages: string) => Promise<Link>>;

async function linkByHttp(engine: Engine, pages: string): Promise<Link> {
  const host = await startHttpHost({ engine, log: createLog('silent'), pages });
  const welcome = await fetch(host.url, { redirect: 'manual' });
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const asPage: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
  const transport = createHttpTransport({
    baseUrl: `http://127.0.0.1:${host.port}/`,
    fetch: asPage,
    openEvents: (url, handler) => readEventStream(asPage, url, handler),
  });
  return { api: createApi(transport), fetchMedia: asPage, close: () => host.close() };
}

function linkByMessages(engine: Engine): Promise<Link> {
  const toPage = new EventEmitter();
  const core = createIpcHostCore(engine.dispatch, () => Promise.resolve([]));
  const deliver = (channel: string, args: unknown[]): Promise<unknown> => {
    const message: IpcMessage = {
      channel,
      senderUrl: 'app://loupe/',
      isMainFrame: true,
      args: structuredClone(args),
    };
    return channel === IPC.send ? core.send(message) : core.choosePaths(message);
  };
  const ipc: IpcRendererLike = {
    invoke: async (channel, ...args) => structuredClone(await deliver(channel, args)),
    on: (channel, listener) => toPage.on(channel, listener),
    off: (channel, listener) => toPage.off(channel, listener),
  };
  const off = engine.on((name, payload) => {
    toPage.emit(IPC.event, {}, name, structuredClone(payload));
  });
  return Promise.resolve({
    api: createApi(createIpcTransport(createBridge(ipc, () => ''))),
    fetchMedia: (url, init) => answerMediaRequest(engine.resolveMedia, new Request(url, init)),
    close: () => {
      off();
      return Promise.resolve();
    },
  });
}
