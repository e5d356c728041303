// `score` as a script sees it: a process with arguments, two streams and an exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startModelServer } from '../builders/model-server/model-server.ts';
import { writeText } from '../builders/folders.ts';
import { pictureOf, writeAnswers } from '../builders/scoring.ts';
import { writePicture } from '../builders/pictures.ts';
import { json, runCli } from './cli-process.ts';

let dir: string;

const loupe = (...args: string[]) => runCli(dir, args);
const score = (...args: string[]) => loupe('score', '--project', 'project', ...args);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-score-'));
  writeAnswers(dir, [
    { model: 'Alpha', ids: ['1', '2'] },
    { model: 'Beta', ids: ['1'] },
  ]);
  for (const [at, id] of ['1', '2'].entries()) writePicture(pictureOf(dir, 'Alpha', id), at + 1);
  const predictions = ['Alpha', 'Beta'].flatMap((name) => [
    '--predictions',
    `${name}=predictions/${name}`,
  ]);
  await loupe('import', '--project', 'project', '--dataset', 'dataset', ...predictions);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

test('says what it would do, and does nothing, on a dry run', async () => {
  const ended = await score('--dry-run', '--metrics', 'gq', '--json');

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(json(ended)).toMatchObject({
    runId: null,
    planned: 3,
    toScore: 2,
    cached: 0,
    unscored: { 'media-missing': 1 },
  });
  const resumed = await score('--resume', '--json');
  expect(resumed).toMatchObject({ code: 3, stdout: '' });
  expect(resumed.stderr).toMatch(/^Cannot resume: no run waits/);
}, 60_000);

test('scores once, and ends with 1 when items have no figure', async () => {
  const first = await score('--models', 'Alpha', '--metrics', 'gq', '--json');
  const second = await score('--json', '--metrics', 'gq', '--concurrency', '2');

  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(json(first)).toMatchObject({
    runId: 1,
    planned: 2,
    scored: 2,
    cached: 0,
    unscored: {},
    tokens: 0,
    costUsd: 0,
  });
  expect(json(first)['seconds']).toBeTypeOf('number');
  expect(second.code).toBe(1);
  expect(json(second)).toMatchObject({
    runId: 2,
    scored: 0,
    cached: 2,
    unscored: { 'media-missing': 1 },
  });
}, 60_000);

test('tells people how many, and why some have no figure', async () => {
  const filter = 'field = "natural_science" and output has image';
  const ended = await score('--metrics', 'gq', '--filter', filter);

  expect(ended.stdout).toContain('3 items: 0 scored, 2 from the cache');
  expect(ended.stdout).toContain(
    '1 × No file was found for it. e.g. Beta, natural_science/chemistry/1',
  );
}, 60_000);

test.each([
  [['--metrics', 'beauty']],
  [['--concurrency', '0']],
  [['--filter', 'colour = red']],
  [['--budget', 'much']],
  [['--endpoints', 'none.json']],
])('ends with 2 on wrong use: %j', async (args) => {
  expect(await score(...args)).toMatchObject({ code: 2, stdout: '' });
});

test('names a model that the project does not have', async () => {
  const ended = await score('--models', 'Gamma');

  expect(ended).toMatchObject({ code: 3, stdout: '' });
  expect(ended.stderr).toMatch(/^Cannot score the model "Gamma"/);
});

test('judges by the endpoints of a file, with a key from the environment, within a budget', async () => {
  const key = 'the-key-of-the-cli';
  const server = await startModelServer({ key });
  const endpoint = {
    baseUrl: server.baseUrl,
    model: 'model',
    apiKeyEnv: 'LOUPE_CLI_KEY',
    usdPerMTokIn: 1000,
    usdPerMTokOut: 1000,
  };
  writeText(join(dir, 'endpoints.json'), JSON.stringify({ '*': endpoint }));
  const args = ['--endpoints', 'endpoints.json', '--metrics', 'ics', '--models', 'Alpha', '--json'];
  try {
    const refused = await score(...args);
    process.env['LOUPE_CLI_KEY'] = key;
    const dry = await score(...args, '--dry-run');
    const stopped = await score(...args, '--budget', '0.0001');
    const ended = await score('--resume', '--json', '--budget', '1000');
    const printed = await score(...args.filter((arg) => arg !== '--json'));

    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('LOUPE_CLI_KEY');
    // the dataset has no pictures, so the answers' alone are put into words
    expect(json(dry)).toMatchObject({ runId: null, toScore: 2, tokens: 0, costUsd: 0 });
    expect(json(dry)['estimates']).toMatchObject([
      { role: 'judge', calls: 2 },
      { role: 'captioner.image', calls: 2 },
    ]);
    expect(json(dry)['estimatedCostUsd']).toBeGreaterThan(0);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain('budget');
    expect(json(stopped)).toMatchObject({ state: 'paused', scored: 0 });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    // both answers have the same words, and this server the same for each picture: one judgement
    expect(json(ended)).toMatchObject({ state: 'done', planned: 2, scored: 2, calls: 3 });
    expect(json(ended)['tokens']).toBeGreaterThan(100);
    expect(json(ended)['costUsd']).toBeCloseTo(Number(json(ended)['tokens']) / 1000, 6);
    expect(printed.stdout).toContain('2 items: 0 scored, 2 from the cache');
    expect(server.counts().paid).toBe(3);
    for (const { stdout, stderr } of [refused, dry, stopped, ended, printed]) {
      expect(stdout + stderr).not.toContain(key);
    }
  } finally {
    delete process.env['LOUPE_CLI_KEY'];
    await server.close();
  }
}, 120_000);

test('says where a file of endpoints is wrong', async () => {
  writeText(join(dir, 'wrong.json'), '{"judge": {"baseUrl": "ftp://x", "model": "m"}}');

  const ended = await score('--endpoints', 'wrong.json');

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('judge.baseUrl');
});
