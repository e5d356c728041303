import { createApi, type Api } from '../../../shared/api/client.ts';
import type { EventName, EventPayload } from '../../../shared/api/events.ts';
import { createEngine, createLog } from '../../../electron/engine/index.ts';

/** An engine as a host has it, spoken to through the typed client. */
export interface BenchEngine {
  readonly api: Api;
  readonly close: () => Promise<void>;
  /** Resolves when an event comes that is as asked. */
  readonly waitFor: <E extends EventName>(
    event: E,
    isMeant: (payload: EventPayload<E>) => boolean,
  ) => Promise<void>;
}

/** @param dir  where the app's own files go; nothing else is written there */
export function openBenchEngine(dir: string): BenchEngine {
  const engine = createEngine({
    dataDir: `${dir}-app`,
    host: {
      name: 'test',
      version: '0',
      platform: process.platform,
      capabilities: { nativeDialogs: false, revealFile: false, openExternally: false },
    },
    samplesDir: dir,
    log: createLog('error'),
    clock: Date.now,
  });
  const api = createApi({
    send: engine.dispatch,
    listen: (handler) => engine.on(handler),
    mediaUrl: (id) => id,
  });
  return {
    api,
    close: engine.close,
    waitFor: (event, isMeant) =>
      new Promise((resolve) => {
        const stop = api.on(event, (payload) => {
          if (!isMeant(payload)) return;
          stop();
          resolve();
        });
      }),
  };
}
