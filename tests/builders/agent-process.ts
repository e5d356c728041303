// A process of its own that runs the agent and can be killed: it says where its run stands.
//   node agent-process.ts PROJECT APP-FOLDER REQUEST-AS-JSON
import { createEngine, createLog } from '../../electron/engine/index.ts';
import { createApi } from '../../shared/api/client.ts';
import type { MethodInput } from '../../shared/api/contract.ts';

const [dir = '', app = '', request = '{}'] = process.argv.slice(2);
const engine = createEngine({
  dataDir: app,
  host: {
    name: 'test',
    version: '0.0.0',
    platform: process.platform,
    capabilities: { nativeDialogs: false, revealFile: false, openExternally: false },
  },
  samplesDir: app,
  log: createLog('silent'),
  clock: () => Date.UTC(2026, 0, 1),
});
const api = createApi({
  send: engine.dispatch,
  listen: (handler) => engine.on(handler),
  mediaUrl: (id) => id,
});
await api.call('project.open', { dir });
api.on('agent.progress', (run) => process.send?.(run));
await api.call('agent.start', JSON.parse(request) as MethodInput<'agent.start'>); // a test's own
