// A key that an endpoint sends back at every place where it can, and every place where it may not be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../index.ts';
import { createApi } from '../../../../shared/api/client.ts';
import { setUpAsking, status } from '../../../../tests/builders/asking.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import type { Reaction, Script } from '../../../../tests/builders/model-server/define.ts';
import { startModelServer } from '../../../../tests/builders/model-server/model-server.ts';
import { createEnvironmentKeys } from './host-keys.ts';
import { scrubKeys } from './scrub.ts';

const KEY = 'sk-live-Zq7pW3vX9bN2mK4t';
const keys = createEnvironmentKeys({ JUDGE_KEY: KEY });
const settings = { apiKeyEnv: 'JUDGE_KEY' };

/** A log that keeps everything, down to the finest. */
function keepLog() {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

const echoes: [string, (key: string) => Reaction][] = [
  ['a reply', (key) => ({ kind: 'reply', content: `{"score": 4, "reason": "${key}"}` })],
  ['a reply that cannot be used', (key) => ({ kind: 'reply', content: `no ${key}` })],
  ['a refusal', (key) => ({ kind: 'reply', content: null, refusal: key })],
  ['a body that is no completion', (key) => ({ kind: 'raw', body: `<p>${key}` })],
  ['a refused question', (key) => status(400, { body: { error: { message: key } } })],
  ['a failure', (key) => status(500, { body: key })],
  ['a refused key', (key) => status(401, { body: { error: { message: `Bad: ${key}` } } })],
  ['a redirect', (key) => status(302, { headers: { location: `http://127.0.0.1/${key}` } })],
];

test.each(echoes)('a key that comes back in %s goes no further', async (_name, react) => {
  const { log, text } = keepLog();
  const script: Script = ({ authorization }) => react(authorization?.slice('Bearer '.length) ?? '');
  const { ask, server } = await setUpAsking(script, settings, {
    keys,
    log,
    patience: { failuresInRow: 3, rests: 1 },
  });

  const answer = await ask().catch((error: unknown) => error);

  expect(server.requests[0]?.authorization).toBe(`Bearer ${KEY}`);
  const told = answer instanceof Error ? `${answer.stack}${String(answer.cause)}` : answer;
  expect(JSON.stringify(told)).not.toContain(KEY);
  expect(text()).not.toContain(KEY);
  expect(text()).toMatch(/"host":"127\.0\.0\.1:\d+"/); // it does log
});

test('what is logged of a request is method, host, status and time', async () => {
  const { log, text } = keepLog();
  const { ask } = await setUpAsking(undefined, settings, { keys, log });

  await ask();

  const { level, time, pid, hostname, ...told } = JSON.parse(text()) as Record<string, unknown>;
  expect([typeof level, typeof time, typeof pid, typeof hostname]).not.toContain('undefined');
  expect(Object.keys(told).sort()).toEqual(['host', 'method', 'ms', 'msg', 'status']);
});

test('the environment of the vendor’s client is left alone', async () => {
  const set = { OPENAI_API_KEY: 'sk-other-0123456789', OPENAI_CUSTOM_HEADERS: 'X-Spy: 1' };
  Object.assign(process.env, set);
  onTestFinished(() => {
    for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
  });
  const { ask, server } = await setUpAsking(undefined);

  await ask();

  expect(server.requests[0]?.authorization).toBeUndefined();
  expect(Object.keys(server.headers[0] ?? {}).sort()).toEqual([
    'accept',
    'connection',
    'content-length',
    'content-type',
    'host',
    'idempotency-key',
    'user-agent',
  ]);
});

test('no file of a project or of the app holds a key, and no answer of the engine', async () => {
  const dir = makeFolder();
  const { log, text } = keepLog();
  const server = await startModelServer({ key: KEY });
  const engine = createEngine({
    dataDir: join(dir, 'app'),
    samplesDir: dir,
    host: {
      name: 'test',
      version: '0.0.0',
      platform: process.platform,
      capabilities: { nativeDialogs: false, revealFile: false, openExternally: false },
    },
    log,
    clock: Date.now,
    keys,
  });
  onTestFinished(async () => {
    await engine.close();
    await server.close();
  });
  const replies: unknown[] = [];
  const api = createApi({
    async send(method, input, signal) {
      const reply = await engine.dispatch(method, input, signal);
      replies.push(reply);
      return reply;
    },
    listen: (handler) => engine.on(handler),
    mediaUrl: (id) => id,
  });
  const judge = { baseUrl: server.baseUrl, model: 'm', apiKeyEnv: 'JUDGE_KEY' };

  await api.call('project.create', { dir: join(dir, 'project'), name: 'Test' });
  await api.call('settings.save', { settings: { endpoints: { judge } } });
  const { test: tested } = await api.call('endpoints.test', { role: 'judge', settings: judge });
  await api.call('settings.get', {});
  await api.call('keys.list', {});
  await api.call('project.close', {});

  expect(tested.checks[0]?.result).toBe('works'); // the server has seen the key
  expect(JSON.stringify(replies)).not.toContain(KEY);
  expect(text()).not.toContain(KEY);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true });
  const held = files.filter(
    (entry) =>
      entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(KEY.slice(8)),
  );
  expect(held.map(({ name }) => name)).toEqual([]);
  expect(files.length).toBeGreaterThan(1);
});

test.each([
  ['Incorrect API key provided: sk-proj-abcd****wxyz.', 'Incorrect API key provided: [key].'],
  ['Bearer eyJhbGciOi.J9-_ab was refused', '[key] was refused'],
  [`twice: ${KEY}${KEY}`, 'twice: [key][key]'],
  ['the task-force skipped it', 'the task-force skipped it'],
])('"%s" is told as "%s"', (text, scrubbed) => {
  expect(scrubKeys(text, KEY)).toBe(scrubbed);
});

test('a filler key as servers of one’s own want it takes no words away', () => {
  expect(scrubKeys('an EMPTY reply', 'EMPTY')).toBe('an EMPTY reply');
});
