// The server as a process of its own: prints its address, then answers until it is ended.
//   node tests/builders/model-server/main.ts [--latency MS] [--key KEY] [--port PORT]
import { parseArgs } from 'node:util';
import { startModelServer } from './model-server.ts';

const { values } = parseArgs({
  options: { latency: { type: 'string' }, key: { type: 'string' }, port: { type: 'string' } },
});
const server = await startModelServer({
  ...(values.latency === undefined ? {} : { latencyMs: Number(values.latency) }),
  ...(values.key === undefined ? {} : { key: values.key }),
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
});
process.stdout.write(`${server.baseUrl}\n`);
process.on('message', () => process.send?.(server.counts()));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit()));
}
