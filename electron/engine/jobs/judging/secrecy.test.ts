import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createEnvironmentKeys } from '../../index.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';
import { judge, judgementOf, startJudged } from '../../../../tests/builders/judging.ts';

const KEY = 'sk-this-is-the-key-that-nobody-may-ever-see-0123456789';
/** As it would stand there in other clothes. */
const FORMS = [
  KEY,
  Buffer.from(KEY).toString('base64'),
  Buffer.from(KEY).toString('hex'),
  KEY.slice(3),
];

/** Every byte of every file below a folder. */
function bytesBelow(dir: string): Buffer[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}

test('a key is in no log, no database, no export, no error and no event', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const keys = createEnvironmentKeys({ THE_KEY: KEY });
  const seen: string[] = [];
  const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }], {
    key: KEY,
    own: { log, keys },
    // a careless vendor says the key again
    script: (request) =>
      request.index % 5 === 4
        ? { kind: 'reply', content: `no JSON, but your key ${KEY}` }
        : answerAsModel(request),
  });
  for (const event of ['run.progress', 'data.changed', 'settings.changed'] as const) {
    project.api.on(event, (payload) => void seen.push(JSON.stringify(payload)));
  }
  await project.set({ endpoint: { apiKeyEnv: 'THE_KEY' } });

  const run = await judge(project);
  expect(run.spending.calls).toBeGreaterThan(5); // so it was really used
  const { runId } = await project.api.call('runs.start', { metrics: ['SC'], again: 'judgements' });
  project.server.setScript(() => ({
    kind: 'status',
    status: 401,
    body: { error: { message: KEY } },
  }));
  await project.waitFor('run.progress', ({ state }) => state !== 'running' && state !== 'planned');
  seen.push(JSON.stringify(await project.api.call('runs.get', { runId })));
  seen.push(JSON.stringify(await project.api.call('settings.get', {})));
  const judgement = await judgementOf(project, '1').catch(() => undefined);
  seen.push(JSON.stringify(judgement));
  for (const as of ['sc', 'ics', 'gq'] as const) {
    const path = join(project.dir, `${as}.jsonl`);
    await project.api.call('export.official', { as, model: 'Alpha', path, filter: {} });
  }
  await project.close();

  const files = bytesBelow(project.dir);
  expect(files.length).toBeGreaterThan(5);
  expect(lines.join('')).toContain('asked an endpoint');
  for (const form of FORMS) {
    expect(seen.filter((text) => text.includes(form))).toEqual([]);
    expect(lines.filter((text) => text.includes(form))).toEqual([]);
    expect(files.some((bytes) => bytes.includes(form))).toBe(false);
  }
  // the place of the key is what is kept
  expect(files.some((bytes) => bytes.includes('THE_KEY'))).toBe(true);
}, 120_000);
