// `compare`, and `report` of some instances, as a script sees them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../builders/records.ts';
import { writeResults } from '../builders/results.ts';
import { json, runCli } from './cli-process.ts';

let dir: string;

const loupe = (...args: string[]) => runCli(dir, args);
const compared = (...args: string[]) =>
  loupe('compare', '--project', 'project', '--a', 'Alpha', '--b', 'Beta', ...args);

const IDS = Array.from({ length: 8 }, (_, at) => String(at + 1));
/** 1..5 by instance; Beta's judge failed on the last. */
const ALPHA = [5, 4, 3, 5, 2, 4, 1, 5];
const BETA = [3, 4, 2, 1, 4, 1, 1, null];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-compare-'));
  writeDataset(
    dir,
    IDS.map((id) => instanceRecord(id, { difficulty_level: Number(id) < 5 ? 1 : 3 })),
  );
  for (const [model, scores] of [
    ['Alpha', ALPHA],
    ['Beta', BETA],
  ] as const) {
    writePredictions(
      dir,
      model,
      IDS.map((id) => answerRecord(id)),
    );
    writeResults(
      dir,
      model,
      IDS.map((id, at) => ({ id, sc: scores[at] ?? null })),
    );
  }
  const from = ['predictions', 'results'].flatMap((folder) =>
    ['Alpha', 'Beta'].flatMap((model) => ['--predictions', `${model}=${folder}/${model}`]),
  );
  const ended = await loupe('import', '--project', 'project', '--dataset', 'dataset', ...from);
  expect(ended.code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

test('prints one document with what the specification names', async () => {
  const ended = await compared('--json');

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const { metrics } = json(ended) as { metrics: Record<string, unknown>[] };
  const sc = metrics.find(({ metric }) => metric === 'SC');
  // A − B in fifths: 2, 0, 1, 4, −2, 3, 0 over seven
  expect(sc).toMatchObject({ n: 7, wins: 4, ties: 2, losses: 1, nOnlyA: 1, nOnlyB: 0 });
  expect(sc?.meanDiff).toBeCloseTo(8 / 5 / 7, 12);
  // 1 or fewer of five coins: 2 · (1 + 5) / 32
  expect(sc?.pSign).toBeCloseTo(0.375, 12);
  // ranks of 2 1 4 −2 3: 2.5 1 5 2.5 4 → W⁻ = 2.5, mean 7.5, variance 13.75 − 6/48
  expect(sc?.pWilcoxon).toBeCloseTo(0.1755543, 6);
  expect(sc?.pHolm).toBeCloseTo(sc?.pWilcoxon as number, 12);
  expect(sc?.ci95).toEqual([expect.any(Number), expect.any(Number)]);
}, 60_000);

test('is over the instances of a filter, in any format, in a file', async () => {
  const ended = await compared('--filter', 'difficulty = 1', '--out', 'compared.csv');

  expect(ended).toMatchObject({ code: 0, stdout: '' });
  expect(ended.stderr).toContain('"compared.csv"');
  expect(readFileSync(join(dir, 'compared.csv'), 'utf8')).toMatch(
    /^Alpha,Beta,SC,4,0\.85,0\.49999/m,
  );
}, 60_000);

test('says which word of a filter it cannot read, and which models there are', async () => {
  const typo = await compared('--filter', 'dificulty = 1');
  const unknown = await loupe('compare', '--project', 'project', '--a', 'Alpha', '--b', 'Gamma');

  expect(typo.code).toBe(2);
  expect(typo.stderr).toContain('difficulty');
  expect(unknown.code).toBe(3);
  expect(unknown.stderr).toMatch(/It has "Alpha", "Beta"\. "Gamma"/);
}, 60_000);

test('a report is of some instances, in the paper’s layout, and says what nobody has', async () => {
  const latex = await loupe(
    ...['report', '--project', 'project', '--filter', 'difficulty = 3', '--format', 'latex'],
  );
  const none = await loupe(
    'report',
    '--project',
    'project',
    '--filter',
    'difficulty = 2',
    '--json',
  );

  expect(latex.code).toBe(0);
  // (2 + 4 + 1 + 5) / 4 and (4 + 1 + 1) / 3 fifths
  expect(latex.stdout).toContain('Alpha & \\textbf{60.0} & ---');
  expect(latex.stdout).toContain('Beta & 40.0 & ---');
  expect(json(none)).toMatchObject({ notes: [{ code: 'no-instances' }] });
}, 60_000);
