// An engine in this process with the typed client in front of it: commands ask the same questions as
// the app does, through the same dispatch.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, type Api } from '../../shared/api/client.ts';
import type { HostInfo } from '../../shared/api/host.ts';
import { createEngine, createEnvironmentKeys, createLog, type Engine } from '../engine/index.ts';
import { readVersion, SAMPLES_DIR } from '../serving/surroundings.ts';

export interface Session {
  readonly engine: Engine;
  readonly api: Api;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly hostName: HostInfo['name'];
  /** Folder for what belongs to no project; a passing one when absent, as scripts have no "recent". */
  readonly dataDir?: string;
  readonly logLevel?: string;
}

export function openSession(options: SessionOptions): Session {
  const passing = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'loupe-')) : undefined;
  const engine = createEngine({
    dataDir: options.dataDir ?? passing ?? '',
    samplesDir: SAMPLES_DIR,
    log: createLog(options.logLevel ?? process.env.LOUPE_LOG ?? 'warn'),
    clock: Date.now,
    keys: createEnvironmentKeys(process.env),
    host: {
      name: options.hostName,
      version: readVersion(),
      platform: process.platform,
      capabilities: {
        nativeDialogs: false,
        revealFile: false,
        openExternally: false,
        downloads: options.hostName === 'browser',
      },
    },
  });
  const api = createApi({
    send: engine.dispatch,
    listen: (handler) => engine.on(handler),
    mediaUrl: (mediaId) => mediaId,
  });
  return {
    engine,
    api,
    close: async () => {
      await engine.close();
      if (passing !== undefined) rmSync(passing, { recursive: true, force: true });
    },
  };
}
