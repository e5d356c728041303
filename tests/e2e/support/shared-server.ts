// One program for all tests of a worker: to start it and to read the demo in costs seconds, which no
// test is about. Between two tests everything that a test can have left behind is put back.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi, type Api } from '../../../shared/api/client.ts';
import { createHttpTransport } from '../../../renderer/api/http-transport.ts';
import { startServer, type RunningServer } from './server.ts';

/** A key that the program finds in its environment; what is there never reaches the page. */
export const HELD_KEY = { place: 'LOUPE_E2E_API_KEY', value: 'kept-out-of-the-page' } as const;

/** `judged`: with an endpoint and the judgements of one model. */
export type KeptDemo = 'as-shipped' | 'judged';

export interface SharedServer extends RunningServer {
  /** As if just started: no project is open, and the folder holds nothing but the demo as it was kept. */
  readonly renew: (kept?: KeptDemo) => Promise<void>;
  /** Keeps the demo as it is now, and closes it. */
  readonly keep: (name: KeptDemo) => Promise<void>;
}

/** Starts it, and has the demo read in once, of which every test gets a copy. */
export async function startSharedServer(): Promise<SharedServer> {
  const server = await startServer({ environment: { [HELD_KEY.place]: HELD_KEY.value } });
  const api = await connect(server.url);
  const data = join(server.dir, 'data');
  const kept = await mkdtemp(join(tmpdir(), 'loupe-kept-'));
  const shared: SharedServer = {
    ...server,
    async keep(name) {
      // else every test would make the search index anew
      while (((await api.call('project.current', {})).project?.searchPending ?? 0) > 0)
        await sleep(50);
      await api.call('project.close', {});
      await cp(data, join(kept, name), { recursive: true });
    },
    async renew(name = 'as-shipped') {
      await api.call('project.close', {});
      for (const each of await readdir(server.dir))
        await rm(join(server.dir, each), { recursive: true, force: true, maxRetries: 5 });
      await cp(join(kept, name), data, { recursive: true });
    },
    async stop() {
      await server.stop();
      await rm(kept, { recursive: true, force: true });
    },
  };
  await api.call('project.openDemo', {});
  await shared.keep('as-shipped');
  return shared;
}

async function connect(url: string): Promise<Api> {
  const welcome = await fetch(url, { redirect: 'manual' });
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createApi(
    createHttpTransport({
      baseUrl: new URL('/', url).href,
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...(init?.headers as Record<string, string>), cookie },
        }),
    }),
  );
}
