// `agreement` and `export --as ratings` as a script sees them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { runCli } from './cli-process.ts';

const IDS = ['1', '2', '3', '4'];
let dir: string;

const loupe = (...args: string[]) => runCli(dir, args);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-agreement-'));
  writeDataset(
    dir,
    IDS.map((id) => instanceRecord(id)),
  );
  writePredictions(
    dir,
    'Alpha',
    IDS.map((id) => answerRecord(id)),
  );
  // the judge: 1, 2, 3, 4 of SC; people: 1, 2, 3, 5, and always 4 of HC
  writeResults(
    dir,
    'Alpha',
    IDS.map((id) => ({ id, sc: Number(id), hc: 4, sh: 4 })),
  );
  const rating = (id: string, metric: string, value: number) =>
    JSON.stringify({
      ...{ domain: 'natural_science', subdomain: 'chemistry', id, model: 'Alpha', metric, value },
      ...{ rater: 'Ann', ratedAt: '2026-01-01T00:00:00.000Z' },
    });
  const lines = IDS.flatMap((id) => [
    rating(id, 'SC', id === '4' ? 5 : Number(id)),
    rating(id, 'HC', 4),
  ]);
  writeFileSync(join(dir, 'ratings.jsonl'), `${lines.join('\n')}\n`);
  const from = ['--dataset', 'dataset', '--predictions', 'Alpha=predictions/Alpha'];
  const judged = ['--predictions', 'Alpha=results/Alpha', '--ratings', 'ratings.jsonl'];
  expect((await loupe('import', '--project', 'project', ...from, ...judged)).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

test('the figures of one metric, each with its interval', async () => {
  const { code, stdout } = await loupe(
    ...['agreement', '--project', 'project', '--metric', 'SC', '--json'],
  );

  const document = JSON.parse(stdout) as Record<string, unknown>;
  expect(code).toBe(0);
  // judge − people: 0, 0, 0, −1
  expect(document).toMatchObject({ n: 4, signedError: -0.25, spearman: 1 });
  // Σ (x − 2.5)(y − 2.75) = 6.5; √(5 · 8.75)
  expect(document['pearson']).toBeCloseTo(6.5 / Math.sqrt(5 * 8.75), 10);
  expect(document['ci95']).toMatchObject({ signedError: [-0.75, 0] });
});

test('what does not exist is null, and says why', async () => {
  const { code, stdout } = await loupe(
    ...['agreement', '--project', 'project', '--metric', 'HC', '--json'],
  );

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    n: 4,
    kappaQuadratic: null,
    alphaOrdinal: null,
    signedError: 0,
    undefined: { kappaQuadratic: expect.stringContaining('All values are equal') as string },
  });
});

test('in words: every metric, then all together; a metric that nobody knows is wrong use', async () => {
  const { stdout } = await loupe('agreement', '--project', 'project');

  expect(stdout).toMatch(/SC: 4 items[\s\S]*HC: 4 items[\s\S]*All together: 8 items/);
  expect((await loupe('agreement', '--project', 'project', '--metric', 'XX')).code).toBe(2);
});

test('order-swap bias is told not to be computed, in the same words in both forms', async () => {
  const words = 'no prompt shows it two, so there is no order to swap';

  const spoken = await loupe('agreement', '--project', 'project');
  const { stdout } = await loupe('agreement', '--project', 'project', '--json');

  expect(spoken.stdout).toContain('Order-swap bias of the judge: — ');
  expect(spoken.stdout).toContain(words);
  expect(JSON.parse(stdout)).toMatchObject({
    orderSwap: null,
    undefined: { orderSwap: expect.stringContaining(words) as string },
  });
});

test('ratings come out as they can go in', async () => {
  const { code, stdout } = await loupe(
    ...['export', '--project', 'project', '--as', 'ratings', '--out', 'out.jsonl', '--json'],
  );

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ files: 1, records: 8, stale: 0 });
  const lines = readFileSync(join(dir, 'out.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ id: '4', model: 'Alpha', metric: 'SC', rater: 'Ann', value: 5 }),
  );
});
