// `export` as a script sees it: a process with arguments, two streams and an exit code.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../builders/engine.ts';
import { writeText } from '../builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../builders/records.ts';
import { runCli } from './cli-process.ts';

let dir: string;

const loupe = (...args: string[]) => runCli(dir, args);
const exported = (...args: string[]) => loupe('export', '--project', 'project', ...args);

const RESULT = answerRecord('1', { scores: { image2: 91.1 } });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-export-'));
  writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('2')]);
  writeText(join(dir, 'gq.jsonl'), JSON.stringify(RESULT, undefined, 2));
  const predictions = [
    '--predictions',
    'Alpha=predictions/Alpha',
    '--predictions',
    'Alpha=gq.jsonl',
  ];
  const ended = await loupe(
    'import',
    '--project',
    'project',
    '--dataset',
    'dataset',
    ...predictions,
  );
  expect(ended.code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

test('prints one document and writes the records', async () => {
  const ended = await exported('--as', 'gq', '--model', 'Alpha', '--out', 'out.jsonl', '--json');

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ended.stdout)).toEqual({
    files: 1,
    records: 1,
    withoutFigures: 1,
    out: 'out.jsonl',
  });
  expect(JSON.parse(readFileSync(join(dir, 'out.jsonl'), 'utf8'))).toEqual(RESULT);
});

test('tells people how many records there are, and how many instances have none', async () => {
  const filter = 'field = "natural_science" and search "nowhere"';

  const all = await exported('--as', 'gq', '--model', 'Alpha', '--out', 'a.jsonl');
  const none = await exported(
    '--as',
    'gq',
    '--model',
    'Alpha',
    '--out',
    'b.jsonl',
    '--filter',
    filter,
  );

  expect(all.stdout).toBe('Wrote 1 records. 1 have no such figures. "a.jsonl"\n');
  expect(none.stdout).toBe('Wrote 0 records. "b.jsonl"\n');
});

test('refuses wrong use with 2 and what cannot be done with 3, and says why', async () => {
  const wrongKind = await exported('--as', 'xml', '--model', 'Alpha', '--out', 'x');
  const overwrites = await exported('--as', 'gq', '--model', 'Alpha', '--out', 'gq.jsonl');
  const noModel = await exported('--as', 'gq', '--model', 'Beta', '--out', 'x');

  expect(wrongKind.code).toBe(2);
  expect(overwrites).toMatchObject({ code: 2, stdout: '' });
  expect(overwrites.stderr).toContain('was imported into the project');
  expect(noModel).toMatchObject({ code: 3, stdout: '' });
  expect(noModel.stderr).toContain('The project has "Alpha"');
});

test('writes instances as a table, a report by the ending of its name, and a zipped bundle', async () => {
  const csv = await exported('--as', 'instances', '--out', 'set.csv', '--json');
  const report = await exported('--as', 'report', '--out', 'r.pdf', '--examples', '1', '--json');
  const bundle = await exported('--as', 'bundle', '--title', 'x', '--out', 'b.zip', '--json');

  expect(JSON.parse(csv.stdout)).toEqual({ records: 2, out: 'set.csv' });
  expect(readFileSync(join(dir, 'set.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  expect(JSON.parse(report.stdout)).toMatchObject({ instances: 2, examples: 1 });
  expect(readFileSync(join(dir, 'r.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.parse(bundle.stdout)).toMatchObject({ instances: 2, models: 1 });
  expect(readFileSync(join(dir, 'b.zip')).subarray(0, 2).toString()).toBe('PK');
}, 30_000);

test('writes the records that quality control accepted, and says so where there are none', async () => {
  const asDataset = ['--as', 'dataset', '--out', 'accepted'];
  const none = await exported(...asDataset);
  expect(none).toMatchObject({ code: 3, stdout: '' });
  expect(none.stderr).toContain('another name has checked it');
  await acceptFirst();

  const ended = await exported(...asDataset, '--json');

  expect(JSON.parse(ended.stdout)).toEqual({
    ...{ files: 1, records: 1, revised: 0, left: 1, mediaFiles: 0 },
    out: 'accepted',
  });
  const file = 'natural_science/chemistry/image_image.jsonl';
  const written = readFileSync(join(dir, 'accepted', file), 'utf8');
  expect(JSON.parse(written)).toEqual(instanceRecord('1'));
  expect(readFileSync(join(dir, 'dataset', file), 'utf8').startsWith(written.trim())).toBe(true);
}, 30_000);

/** Two names at work on the project's first record. */
async function acceptFirst(): Promise<void> {
  const { api, waitFor, close } = startEngine(dir);
  await api.call('project.open', { dir: join(dir, 'project') });
  const looked = async () => (await api.call('qc.overview', {})).overview.scan.status === 'done';
  await api.call('qc.scan', {});
  while (!(await looked())) await waitFor('qc.changed', () => true);
  const key = 'natural_science/chemistry/1';
  for (const [name, phase] of [
    ['Ann', 'review'],
    ['Bob', 'check'],
  ] as const) {
    await api.call('qc.join', { name });
    const { hash } = (await api.call('qc.record', { key, name, phase })).record;
    await api.call('qc.say', { key, name, phase, verdict: 'accept', hash });
  }
  await close();
}
