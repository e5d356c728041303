// Makes the demo's trace: a run of the agent over one instance of the demo against the test server, kept
// under assets/make-samples/agent, from where the samples take it.
//   node tests/builders/demo-trace/main.ts
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, createLog } from '../../../electron/engine/index.ts';
import { createApi } from '../../../shared/api/client.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { playFinance } from './finance-script.ts';

const KEY = 'social_science/finance/404';
const LABEL = 'made against the test server, whose replies were written by hand';
const samples = fileURLToPath(new URL('../../../assets/samples', import.meta.url));
const target = fileURLToPath(new URL('../../../assets/make-samples/agent', import.meta.url));

const dir = mkdtempSync(join(tmpdir(), 'loupe-demo-trace-'));
const server = await startModelServer({ script: playFinance, latencyMs: 40 });
const engine = createEngine({
  dataDir: join(dir, 'app'),
  host: {
    name: 'test',
    version: '0.0.0',
    platform: process.platform,
    capabilities: { nativeDialogs: false, revealFile: false, openExternally: false },
  },
  samplesDir: samples,
  log: createLog('warn'),
  clock: Date.now,
});
const api = createApi({
  send: engine.dispatch,
  listen: (handler) => engine.on(handler),
  mediaUrl: (id) => id,
});
try {
  await api.call('project.create', { dir: join(dir, 'project'), name: 'Demo trace' });
  const imported = heard('import.progress', ({ phase }) => phase === 'done');
  await api.call('import.start', { dataset: join(samples, 'dataset') });
  await imported;
  const over = heard('agent.progress', ({ state }) => state !== 'running');
  const endpoint = {
    baseUrl: server.baseUrl,
    model: 'scripted',
    usdPerMTokIn: 0,
    usdPerMTokOut: 0,
  };
  const asked = { keys: [KEY], label: LABEL, concurrency: 1 };
  const { runId } = await api.call('agent.start', { ...asked, endpoints: { '*': endpoint } });
  await over;
  const { run } = await api.call('agent.get', { runId });
  const { items } = await api.call('agent.items', { runId });
  rmSync(target, { recursive: true, force: true });
  cpSync(dirname(run.file), target, { recursive: true });
  const { model, createdAt, finishedAt, seconds } = run;
  const trace = 'predictions.traces/run-1/social_science/finance/0404.jsonl';
  const kept = { request: asked, model, createdAt, finishedAt, seconds, items, trace };
  writeFileSync(join(target, 'run.json'), `${JSON.stringify(kept, undefined, 2)}\n`);
  process.stdout.write(`${run.state}, ${JSON.stringify(run.totals)} in "${target}"\n`);
} finally {
  await engine.close();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
}

/** Waits for an event that is as asked, from now on. */
function heard<E extends Parameters<typeof api.on>[0]>(
  event: E,
  isMeant: (payload: Parameters<Parameters<typeof api.on<E>>[1]>[0]) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const off = api.on(event, (payload) => {
      if (!isMeant(payload)) return;
      off();
      resolve();
    });
  });
}
