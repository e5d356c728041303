import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, createLog, type EngineOptions } from '../../electron/engine/index.ts';
import { createApi, type Api } from '../../shared/api/client.ts';
import type { EventName, EventPayload } from '../../shared/api/events.ts';
import type { ImportProgress } from '../../shared/model/import.ts';
import type { MethodInput } from '../../shared/api/contract.ts';

/** Every instance of a small project, by key. */
export const ALL_ROWS = {
  filter: {},
  sort: { by: 'key', descending: false },
  models: [],
  offset: 0,
  limit: 100,
} satisfies MethodInput<'instances.page'>;

/** A real engine, its output checked against the contract, closed when the test is over. */
export interface TestEngine {
  readonly api: Api;
  readonly projectDir: string;
  /** Imports and waits for the end, whichever way it ends. */
  readonly importAll: (request: MethodInput<'import.start'>) => Promise<ImportProgress>;
  /** Waits for an event that is as asked, from now on. */
  readonly waitFor: <E extends EventName>(
    event: E,
    isMeant: (payload: EventPayload<E>) => boolean,
  ) => Promise<EventPayload<E>>;
  /** Waits until the search index is complete. */
  readonly indexed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * An engine without an open project.
 *
 * @param dir  a folder of the test's own
 * @param own  what the test wants otherwise
 */
export function startEngine(
  dir: string,
  samplesDir = join(dir, 'no-samples'),
  own: Partial<Pick<EngineOptions, 'keys' | 'log'>> = {},
): TestEngine {
  const engine = createEngine({
    dataDir: join(dir, 'app'),
    host: {
      name: 'test',
      version: '0.0.0',
      platform: process.platform,
      capabilities: { nativeDialogs: false, revealFile: false, openExternally: false },
    },
    samplesDir,
    log: createLog('silent'),
    clock: () => Date.UTC(2026, 0, 1),
    checkOutput: true,
    ...own,
  });
  onTestFinished(() => engine.close());
  const api = createApi({
    send: engine.dispatch,
    listen: (handler) => engine.on(handler),
    mediaUrl: (id) => id,
  });
  const waitFor: TestEngine['waitFor'] = (event, isMeant) =>
    new Promise((resolve) => {
      const stop = api.on(event, (payload) => {
        if (!isMeant(payload)) return;
        stop();
        resolve(payload);
      });
    });
  return {
    api,
    projectDir: join(dir, 'project'),
    waitFor,
    async importAll(request) {
      const ended = waitFor(
        'import.progress',
        ({ phase }) => phase !== 'reading' && phase !== 'structure',
      );
      await api.call('import.start', request);
      return await ended;
    },
    async indexed() {
      const complete = waitFor('search.progress', ({ pending }) => pending === 0);
      const { project } = await api.call('project.current', {});
      if (project !== undefined && project.searchPending > 0) await complete;
    },
    close: engine.close,
  };
}

/** An engine with a new project in it. */
export async function startProject(
  dir: string,
  own?: Parameters<typeof startEngine>[2],
): Promise<TestEngine> {
  const engine = startEngine(dir, undefined, own);
  await engine.api.call('project.create', { dir: engine.projectDir, name: 'Test' });
  return engine;
}
