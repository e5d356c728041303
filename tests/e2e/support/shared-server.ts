// One program for all tests of a worker: to start it and to read the demo in costs seconds, which no
// test is about. Between two tests everything that a test can have left behind is put back.
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createApi, type Api } from '../../../shared/api/client.ts';
import { createHttpTransport } from '../../../renderer/api/http-transport.ts';
import { startServer, type RunningServer } from './server.ts';

/** A key that the program finds in its environment; what is there never reaches the page. */
export const HELD_KEY = { place: 'LOUPE_E2E_API_KEY', value: 'kept-out-of-the-page' } as const;

export interface SharedServer extends RunningServer {
  /** As if just started: no project is open, the demo is as shipped, and the folder holds nothing else. */
  readonly renew: () => Promise<void>;
}

/** Starts it, and has the demo read in once, of which every test gets a copy. */
export async function startSharedServer(): Promise<SharedServer> {
  const server = await startServer({ environment: { [HELD_KEY.place]: HELD_KEY.value } });
  const api = await connect(server.url);
  const data = join(server.dir, 'data');
  const kept = join(server.dir, 'data-as-read-in');
  await api.call('project.openDemo', {});
  await api.call('project.close', {});
  await cp(data, kept, { recursive: true });
  return {
    ...server,
    async renew() {
      await api.call('project.close', {});
      for (const name of await readdir(server.dir)) {
        const path = join(server.dir, name);
        if (path !== kept) await rm(path, { recursive: true, force: true });
      }
      await cp(kept, data, { recursive: true });
    },
  };
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
