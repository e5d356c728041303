// `unima` as a script sees it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawTasks, readPredictionFile, writeAgentDataset } from '../builders/agent.ts';
import { writeText } from '../builders/folders.ts';
import { startModelServer, type ModelServer } from '../builders/model-server/model-server.ts';
import { json, runCli } from './cli-process.ts';

let dir: string;
let server: ModelServer;

const unima = (...args: string[]) => runCli(dir, ['unima', '--project', 'project', ...args]);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-unima-'));
  server = await startModelServer();
  writeAgentDataset(dir, drawTasks(3));
  const endpoint = { baseUrl: server.baseUrl, model: 'm', usdPerMTokIn: 1, usdPerMTokOut: 1 };
  writeText(join(dir, 'endpoints.json'), JSON.stringify({ '*': endpoint }));
  writeText(join(dir, 'judge-only.json'), JSON.stringify({ judge: endpoint }));
  await runCli(dir, ['import', '--project', 'project', '--dataset', 'dataset']);
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

test('answers what the filter means, writes predictions and traces, and imports them', async () => {
  const ended = await unima(
    ...['--endpoints', 'endpoints.json', '--out', 'out/unima.jsonl'],
    ...['--filter', 'id in ("1", "2")', '--json'],
  );

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const told = json(ended);
  expect(told).toMatchObject({ instances: 2, passed: 2, unverified: 0, failed: 0 });
  expect(told['tokens']).toBeGreaterThan(0);
  expect(told['costUsd']).toBeGreaterThan(0);
  const predictions = readPredictionFile(join(dir, 'out', 'unima.jsonl'));
  expect([...predictions.keys()]).toEqual(['1', '2']);
  const picture = predictions.get('1')?.output?.modal['image2'] ?? '';
  expect(existsSync(join(dir, 'out', picture))).toBe(true);
  const trace = join(dir, 'out/unima.traces/run-1/natural_science/chemistry/0001.jsonl');
  const first = JSON.parse(readFileSync(trace, 'utf8').split('\n')[0] ?? '') as object;
  expect(first).toMatchObject({ kind: 'start', format: 'unim-loupe-trace' });
  const report = await runCli(dir, ['report', '--project', 'project', '--format', 'json']);
  expect(report.stdout).toContain('"UniMA"');
}, 60_000);

test('leaves out what is to be left out, as a model of its own', async () => {
  const ended = await unima(
    ...['--endpoints', 'endpoints.json', '--out', 'out/direct.jsonl', '--json'],
    ...['--ablate', 'ter', '--ablate', 'tcdc'],
  );

  expect(ended.code).toBe(0);
  expect(json(ended)).toMatchObject({
    ...{ instances: 3, passed: 0, unverified: 3, failed: 0 },
    model: 'UniMA w/o TER w/o TCDC',
  });
}, 60_000);

test('says what is missing before anything is spent', async () => {
  const before = server.counts().requests;

  const dry = await unima('--dry-run', '--endpoints', 'judge-only.json');
  const refused = await unima('--endpoints', 'judge-only.json', '--out', 'out/none.jsonl');
  const nowhere = await unima('--endpoints', 'endpoints.json');

  expect(dry.stdout).toContain('Image: only what chart can make.');
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('No endpoint serves "captioner.image"');
  expect(nowhere.stderr).toContain('--out');
  expect(server.counts().requests).toBe(before);
}, 60_000);
