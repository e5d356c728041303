// The command line as a script sees it: a process with arguments, two streams and an exit code.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, environmentOf, json, runCli } from './cli-process.ts';
import { KEYS, writeDataset, type DatasetPaths } from './dataset.ts';

let dir: string;
let project: string;
let paths: DatasetPaths;

const loupe = (...args: string[]) => runCli(dir, args);

function importArguments(into: string): string[] {
  const predictions = paths.predictions.flatMap(({ model, path }) => [
    '--predictions',
    `${model}=${path}`,
  ]);
  return ['import', '--project', into, '--dataset', paths.dataset, ...predictions];
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-'));
  paths = writeDataset(dir);
  project = join(dir, 'project');
  const ended = await loupe(...importArguments(project), '--json');
  expect(ended.stderr).toBe('');
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('the command line', () => {
  test('explains itself, as a whole and each command', async () => {
    const whole = await loupe('--help');

    expect(whole.code).toBe(0);
    for (const command of ['validate', 'import', 'instance', 'report', 'serve']) {
      expect(whole.stdout).toContain(command);
      const one = await loupe(command, '--help');
      expect(one).toMatchObject({ code: 0, stderr: '' });
      expect(one.stdout).toContain(`Usage: unim-loupe ${command}`);
    }
  }, 60_000);

  test.each([
    [[]],
    [['no-such-command']],
    [['validate']],
    [['validate', '--no-such-option', 'x']],
    [['import', '--dataset', 'x']],
    [['import', '--project', 'p', '--predictions', 'without-a-path']],
    [['instance', '--project', 'p', '--id', 'only/two']],
    [['report', '--project', 'p', '--group-by', 'colour']],
    [['serve', '--port', '99999']],
  ])('ends with 2 on wrong use: %j', async (args) => {
    const ended = await loupe(...args);

    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toBe('');
  });

  test.each([
    [['report', '--project', 'none', '--json']],
    [['instance', '--project', 'none', '--id', 'a/b/c']],
    [['serve', '--project', 'none', '--no-open']],
    [['validate', 'none', '--json']],
  ])(
    'ends with 3 when it could not run, with nothing on stdout: %j',
    async (args) => {
      const ended = await loupe(...args);

      expect(ended).toMatchObject({ code: 3, stdout: '' });
      expect(ended.stderr).toMatch(/^Cannot .*none/);
      expect(ended.stderr).not.toMatch(/^\s+at /m);
    },
    120_000,
  );
});

describe('validate', () => {
  test('counts what is there and ends with 0 when nothing is wrong', async () => {
    const ended = await loupe('validate', 'dataset', '--json');

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(json(ended)).toMatchObject({
      files: 3,
      records: 3,
      repaired: 0,
      counts: { byField: { natural_science: 1, social_science: 1, general_area: 1 } },
    });
  });

  test('ends with 1 when records are lost, and names the file as it was given', async () => {
    mkdirSync(join(dir, 'broken'), { recursive: true });
    const record = readFileSync(join(dir, 'predictions', 'beta', 'answers.jsonl'), 'utf8');
    writeFileSync(join(dir, 'broken', 'cut.jsonl'), `${record}\n{"domain": "natural_science", "id`);

    const ended = await loupe('validate', 'broken/cut.jsonl', '--json');

    expect(ended.code).toBe(1);
    const { problems } = json(ended) as { problems: { file: string; line: number }[] };
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'broken/cut.jsonl', line: 3 }),
    );
  });

  test('prints one line a problem for people', async () => {
    const ended = await loupe('validate', 'broken/cut.jsonl');

    expect(ended.stdout).toMatch(/^broken\/cut\.jsonl:3: error: .+$/m);
  });
});

describe('import', () => {
  test('tells what was matched, and changes nothing the second time', async () => {
    const ended = await loupe(...importArguments(project), '--json');

    expect([0, 1]).toContain(ended.code);
    expect(json(ended)).toMatchObject({
      instances: 3,
      responses: { Alpha: { matched: 3, unmatched: 0 }, Beta: { matched: 1, unmatched: 1 } },
    });
    expect(json(ended)['problems']).toBeTypeOf('number');
    expect(json(ended)['seconds']).toBeTypeOf('number');
  });

  test('draws no progress bar into a pipe', async () => {
    const ended = await loupe(...importArguments(join(dir, 'second')));

    expect(ended.stdout).toContain('3 instances');
    expect(ended.stderr).toBe('');
  });

  test('ends with 3 when the dataset is not there', async () => {
    const into = join(dir, 'third');

    const ended = await loupe('import', '--project', into, '--dataset', 'none', '--json');

    expect(ended).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('instance', () => {
  test('gives everything known, with the id in any spelling', async () => {
    const id = 'Natural_Science/1_physics/0001';

    const ended = await loupe('instance', '--project', project, '--id', id, '--json');

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const instance = json(ended) as {
      responses: { model: string; scores: { metric: string }[] }[];
    };
    expect(instance).toMatchObject({ key: KEYS.physics, reference: { strip: 'T I2 T' } });
    expect(instance.responses.map(({ model }) => model)).toEqual(['Alpha', 'Beta']);
    expect(instance.responses[0]).toMatchObject({ ratings: [], judgements: [] });
    expect(instance.responses[0]?.scores.map(({ metric }) => metric)).toContain('StS');
  });

  test('ends with 3 for an instance that the project does not have', async () => {
    const ended = await loupe('instance', '--project', project, '--id', 'a/b/c', '--json');

    expect(ended).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('report', () => {
  test('is one group without --group-by', async () => {
    const ended = await loupe('report', '--project', project, '--json');

    const { rows } = json(ended) as { rows: { group: string; model: string; metric: string }[] };
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['all']));
    expect(rows).toContainEqual(
      // physics 1, law 0, travel 1 → 2/3
      expect.objectContaining({ model: 'Alpha', metric: 'StS', mode: 'abs', mean: 2 / 3, n: 3 }),
    );
  });

  test.each([
    ['csv', /^model,group,metric/],
    ['md', /^\| Model/],
    ['latex', /\\begin\{tabular\}/],
    ['html', /^<!doctype html>/],
  ])('is written as %s', async (format, expected) => {
    const args = ['--group-by', 'field', '--format', format];

    const ended = await loupe('report', '--project', project, ...args);

    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(expected);
    expect(ended.stdout.replaceAll('\\', '')).toContain('social_science');
  });

  test('is written to a file whose ending chooses the format', async () => {
    const out = join(dir, 'report.html');

    const ended = await loupe('report', '--project', project, '--out', out);

    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('ends with 3 when the file cannot be written', async () => {
    const out = join(dir, 'no-such-folder', 'report.csv');

    const ended = await loupe('report', '--project', project, '--out', out);

    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('Cannot write the report');
    expect(existsSync(out)).toBe(false);
  });
});

describe('serve', () => {
  test('prints the address first, serves the project, and ends when asked to', async () => {
    const args = ['serve', '--project', project, '--no-open', '--json'];
    const child = spawn(process.execPath, [CLI, ...args], { cwd: dir, env: environmentOf(dir) });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

    const first = (await lines.next()).value!;
    const { url } = JSON.parse(first) as { url: string };
    const welcome = await fetch(url, { redirect: 'manual' });
    const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const call = await fetch(new URL('/api/project.current', url), {
      method: 'POST',
      body: '{}',
      headers: { cookie, 'content-type': 'application/json' },
    });

    expect(await call.json()).toMatchObject({ ok: true, result: { project: { dir: project } } });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 120_000);
});
