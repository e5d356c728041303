// `import-native` as a script sees it: a process with arguments, two streams and an exit code.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPredictions } from '../builders/native/records.ts';
import { buildMio } from '../builders/native/systems.ts';
import { instanceRecord, writeDataset } from '../builders/records.ts';
import { json, runCli } from './cli-process.ts';

let dir: string;
let folder: string;

const RULE = 'natural_science/chemistry/{sample}';
const convert = (...args: string[]) =>
  runCli(dir, ['import-native', '--from', folder, '--json', ...args]);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cli-native-'));
  folder = buildMio();
  writeDataset(dir, [instanceRecord('1'), instanceRecord('2'), instanceRecord('3')]);
});
afterAll(() => {
  rmSync(dir, { recursive: true });
  rmSync(folder, { recursive: true });
});

test('writes predictions whose numbers go on behind the dataset’s inputs', async () => {
  const ended = await convert(
    ...['--system', 'mio', '--map', RULE, '--dataset', 'dataset', '--out', 'mio.jsonl'],
  );

  // samples 10 and 11 are not in the dataset
  expect(ended).toMatchObject({ code: 1, stderr: '' });
  expect(json(ended)).toMatchObject({
    system: 'mio',
    out: 'mio.jsonl',
    records: 3,
    files: 5,
    accounts: {
      samples: { found: 5, mapped: 3 },
      markers: { found: 6, resolved: 4, withoutFile: 1, leftOut: 1 },
      files: { found: 8, resolved: 4, orphans: 1, leftOut: 3 },
    },
  });
  const { problems } = json(ended) as { problems: { code: string }[] };
  expect(problems.map(({ code }) => code).filter((code) => code === 'unmatched')).toHaveLength(2);
  expect(readPredictions(join(dir, 'mio.jsonl')).get('1')?.output.content).toContain('<image2>');
  const lint = await runCli(dir, ['validate', 'mio.jsonl', '--json']);
  expect(json(lint)).toMatchObject({ files: 1, records: 3 });
});

test.each([
  [['--system', 'anygpt', '--map', RULE], /MIO does: choose that/],
  [['--system', 'mio', '--map', 'chemistry'], /Cannot read the rule/],
  [['--system', 'mio', '--map', 'order'], /order of the instances is not known/],
])('wrong use is said and writes nothing: %j', async (args, words) => {
  const ended = await convert(...args, '--out', 'none/none.jsonl');

  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(words);
  expect(existsSync(join(dir, 'none'))).toBe(false);
});
