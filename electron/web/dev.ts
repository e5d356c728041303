// `npm run dev`: the app with the bundler in place of built pages, behind the very same host, so that
// development has the same token, checks and policy. Changes show without a reload.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { createEngine, createEnvironmentKeys, createLog } from '../engine/index.ts';
import { dataDir, readVersion, SAMPLES_DIR } from '../serving/surroundings.ts';
import { startHttpHost } from './http-host.ts';

const log = createLog('info');
const engine = createEngine({
  dataDir: dataDir(),
  samplesDir: SAMPLES_DIR,
  log,
  clock: Date.now,
  keys: createEnvironmentKeys(process.env),
  checkOutput: true,
  host: {
    name: 'browser',
    version: readVersion(),
    platform: process.platform,
    capabilities: {
      nativeDialogs: false,
      revealFile: false,
      openExternally: false,
      downloads: true,
    },
  },
});
const bundler = await createServer({
  configFile: fileURLToPath(new URL('../../renderer/vite.config.ts', import.meta.url)),
  appType: 'spa',
  base: '/',
  server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
});
const host = await startHttpHost({
  engine,
  log,
  pages: (request, response) => bundler.middlewares(request, response),
});
await engine.dispatch('project.openDemo', {});
process.stdout.write(`${host.url}\n`);

async function end(): Promise<void> {
  await host.close();
  await bundler.close();
  await engine.close();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
