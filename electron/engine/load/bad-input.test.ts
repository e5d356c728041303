import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../shared/model/problem.ts';
import { discoverSources } from './discover.ts';
import { describeReadError } from './read-error.ts';
import { readRecords } from './record-stream.ts';
import { createMediaResolver } from './resolve-media.ts';
import type { RawRecord, ReadOptions } from './types.ts';
import { validatePaths } from './validate.ts';

const base = mkdtempSync(join(tmpdir(), 'loupe-bad-'));
afterAll(() => rmSync(base, { recursive: true }));
let dir = '';
let count = 0;
beforeEach(() => {
  dir = join(base, String(count++));
  mkdirSync(dir);
});

const record = (id: string, modal = {}) =>
  `${JSON.stringify({ domain: 'd', subdomain: 's', id, input: { modal, content: '' } })}\n`;

function write(name: string, text: string | Buffer): string {
  const path = join(dir, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function readAll(path: string, options?: ReadOptions) {
  const records: RawRecord[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRecords(path, options)) {
    records.push(...batch.records);
    problems.push(...batch.problems);
  }
  return { records, problems };
}

test('a path that is not there, and one that goes through a file, say so', async () => {
  const file = write('file.jsonl', record('1'));

  const missing = await discoverSources(join(dir, 'nowhere'));
  const through = await discoverSources(join(file, 'folder'));

  expect(missing.problems).toMatchObject([{ code: 'unreadable-file', severity: 'error' }]);
  expect(missing.problems[0]?.message).toMatch(/it is not there\. Check the path\. ".*nowhere"$/);
  expect(through.problems[0]?.message).toMatch(/a part of its path is a file.*"$/);
  expect([...missing.files, ...through.files]).toEqual([]);
});

test('a folder and a file without permission are reported, the rest is read', async () => {
  write('open/a.jsonl', record('1'));
  const folder = join(dir, 'closed');
  const file = write('open/closed.jsonl', record('2'));
  write('closed/b.jsonl', record('3'));
  chmodSync(folder, 0o000);
  chmodSync(file, 0o000);
  for (const path of [base, dir, join(dir, 'open')]) chmodSync(path, 0o755);

  const report = reportAsNobody(dir);
  chmodSync(folder, 0o755);

  const found = report.problems.map(({ code, message }) => [code, message.split('"')[0]]);
  const denied = 'permission is denied. Allow reading it and try again. ';
  expect(found).toEqual([
    ['unreadable-folder', `Cannot read the folder: ${denied}`],
    ['unreadable-file', `Cannot read the file: ${denied}`],
  ]);
  expect(report.records).toBe(1);
});

// root may read everything, so that the check runs as another user where this one is root
function reportAsNobody(path: string): { records: number; problems: Problem[] } {
  const validate = join(import.meta.dirname, 'validate.ts');
  const script = `
    const { validatePaths } = await import(${JSON.stringify(validate)});
    if (process.getuid?.() === 0) process.setuid(65534);
    const { records, problems } = await validatePaths([${JSON.stringify(path)}]);
    console.log(JSON.stringify({ records, problems }));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as { records: number; problems: Problem[] };
}

test('every kind of read error has words of its own, with the path last', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });

  for (const code of ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE', 'EIO'])
    expect(describeReadError('/a/b', error(code)).message).toMatch(
      /^Cannot read .+\. .+\. "\/a\/b"$/,
    );
  expect(describeReadError('/a/b', error('ELOOP'), 'folder').code).toBe('symlink-loop');
});

test('a folder without data, and a file without a record, have no record to offer', async () => {
  write('photo.png', 'x');
  const empty = await discoverSources(dir);
  const prose = await validatePaths([write('notes.jsonl', 'Nothing but words.\n')]);
  const blank = await validatePaths([write('blank.jsonl', '')]);

  expect(empty.problems).toMatchObject([{ code: 'no-record', severity: 'error' }]);
  expect(prose.problems.map(({ code, quirk }) => quirk ?? code)).toEqual([3, 'no-record']);
  expect(blank.problems.map(({ code }) => code)).toEqual(['no-record']);
  expect([prose.records, blank.records]).toEqual([0, 0]);
});

test('UTF-16 is refused in words', async () => {
  const path = write('utf16.jsonl', Buffer.from(`\uFEFF${record('1')}`, 'utf16le'));

  const { records, problems } = await readAll(path);

  expect(records).toEqual([]);
  expect(problems).toMatchObject([{ code: 'unreadable-file', severity: 'error' }]);
  expect(problems[0]?.message).toContain('UTF-16');
});

test('a line of 200 MB is passed over in bounded memory, and its neighbours are read', async () => {
  const path = join(dir, 'long.jsonl');
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(1 << 20, `abc {'x': `);
  writeSync(file, record('1'));
  writeSync(file, '{"domain": "d", "id": "2", "input": {"content": "');
  for (let megabytes = 0; megabytes < 200; megabytes++) writeSync(file, piece);
  writeSync(file, `"}}\n${record('3')}`);
  closeSync(file);

  const before = process.memoryUsage().arrayBuffers;
  let peak = 0;
  const ids: unknown[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRecords(path)) {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    ids.push(...batch.records.map(({ value }) => (value as { id: string }).id));
    problems.push(...batch.problems);
  }

  expect(ids).toEqual(['1', '3']);
  expect(problems).toMatchObject([{ code: 'line-too-long', severity: 'error', line: 2 }]);
  expect(peak).toBeLessThan(160 << 20);
});

test('an array of 60,000 records on one line is read record by record', async () => {
  const records = Array.from({ length: 60_000 }, (_, i) => record(String(i)).trim());
  const path = write('array.json', `[${records.join(',')}]`);

  const { records: read, problems } = await readAll(path);

  expect(read).toHaveLength(60_000);
  expect(read.at(-1)).toMatchObject({ value: { id: '59999' }, line: 1 });
  expect(problems).toEqual([]);
});

test.each([
  ['braces', '{'],
  ['nested records', '{"id":'],
  ['keys', '{"'],
  ['quotes', '"'],
  ['cut off lines', '{"id":"\n'],
])('a file of nothing but %s is gone through once', async (_, pattern) => {
  const path = write('hostile.jsonl', `${pattern.repeat(200_000)}\n`);

  const { records, problems } = await readAll(path);

  expect(records).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(1001);
});

test('a limit of bytes a record is kept, and reading goes on at the next line', async () => {
  const path = write(
    'limit.jsonl',
    record('1') + record('2', { a: 'x'.repeat(3 << 20) }) + record('3'),
  );

  const { records, problems } = await readAll(path, { maxRecordBytes: 1 << 20 });

  expect(records.map(({ value }) => (value as { id: string }).id)).toEqual(['1', '3']);
  expect(problems).toMatchObject([{ code: 'line-too-long', line: 2 }]);
});

test('reading stops when it is told to', async () => {
  const path = write('many.jsonl', record('1').repeat(5000));
  const stop = new AbortController();

  const reading = (async () => {
    for await (const { records } of readRecords(path, { signal: stop.signal, batchSize: 100 }))
      if (records.length > 0) stop.abort();
  })();

  await expect(reading).rejects.toThrow('aborted');
});

test('links are followed once; a loop is reported and costs nothing', async () => {
  write('real/a.jsonl', record('1'));
  mkdirSync(join(dir, 'outside'));
  symlinkSync(dir, join(dir, 'real', 'back'));
  symlinkSync(join(dir, 'real'), join(dir, 'again'));
  symlinkSync(join(dir, 'real', 'a.jsonl'), join(dir, 'copy.jsonl'));
  symlinkSync('self.jsonl', join(dir, 'self.jsonl'));

  const { files, problems } = await discoverSources(dir);

  expect(files.map(({ path }) => path)).toEqual([join(dir, 'real', 'a.jsonl')]);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['symlink-loop', join(dir, 'real', 'back')],
    ['symlink-loop', join(dir, 'self.jsonl')],
  ]);
});

test('paths that leave the opened folders are refused, links among them', () => {
  const outside = write('outside/secret.png', 'x');
  const file = write('opened/d/s/image_image.jsonl', record('1'));
  write('opened/d/s/image/inside.png', 'x');
  symlinkSync(outside, join(dir, 'opened/d/s/image/link.png'));
  symlinkSync(join(dir, 'outside'), join(dir, 'opened/d/s/linked'));
  symlinkSync('inside.png', join(dir, 'opened/d/s/image/alias.png'));
  const place = { roots: [join(dir, 'opened')], field: 'd', subdomain: 's', file };
  const { resolve } = createMediaResolver();
  const kindOf = (value: string) => resolve(value, 'image', place).kind;

  for (const value of [
    '../../../outside/secret.png',
    'image/../../../../outside/secret.png',
    '..\\..\\..\\outside\\secret.png',
    outside,
    `file://${outside}`,
    'C:\\Windows\\win.png',
    'image/link.png',
    'linked/secret.png',
  ])
    expect([value, kindOf(value)]).toEqual([value, 'refused']);
  expect(kindOf(join(dir, 'opened/d/s/image/inside.png'))).toBe('file');
  expect(kindOf('image/alias.png')).toBe('file');
  expect(kindOf('../s/image/inside.png')).toBe('file');
});

test.each(['a&b.png', '50% #1.png', '图片 一.png', 'it\'s "so".png', 'café.png', '[x] (1).png'])(
  'the file name "%s" is no trouble',
  async (name) => {
    const path = write(`d/s & t/image/${name}`, 'x');
    const file = write('d/s & t/image&audio_image #1 图.jsonl', record('1', { image1: name }));
    const place = { roots: [dir], field: 'd', subdomain: 's & t', file };
    const { resolve } = createMediaResolver();

    for (const value of [
      `image/${name}`,
      name,
      `https://media.invalid/images/${encodeURIComponent(name)}`,
      `image/${name.normalize('NFD')}`,
    ])
      expect(resolve(value, 'image', place)).toEqual({ kind: 'file', path });
    const { files } = await discoverSources(dir);
    expect(files).toMatchObject([{ path: file, kind: 'dataset' }]);
  },
);
