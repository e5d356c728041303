import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDownloads } from './downloads.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'downloads-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('closing deletes what nobody fetched, and what is being fetched', () => {
  const downloads = createDownloads(dir);
  const [one, two] = [downloads.place('a.csv'), downloads.place('b.csv')];
  for (const { path } of [one, two]) writeFileSync(path, '1');
  downloads.take(one.token);

  downloads.close();

  expect(readdirSync(join(dir, 'downloads'))).toEqual([]);
  expect(() => downloads.take(two.token)).toThrow('Export again');
});

test('nothing is made before the first place', () => {
  createDownloads(dir).close();

  expect(readdirSync(dir)).toEqual([]);
});

test('what a process left that was ended by force goes; what one that runs has, stays', () => {
  // whoever started this runs; no system gives the other number
  const [running, ended] = [`${process.ppid}-a`, '4194999-b'].map((name) =>
    join(dir, 'downloads', name),
  );
  for (const each of [running ?? '', ended ?? '']) mkdirSync(each, { recursive: true });

  createDownloads(dir).place('a.csv');

  expect(existsSync(running ?? '')).toBe(true);
  expect(existsSync(ended ?? '')).toBe(false);
});

test('a download is for one file: a folder in its place is not handed out', () => {
  const downloads = createDownloads(dir);
  const { token, path } = downloads.place('bundle');
  mkdirSync(path);

  expect(() => downloads.take(token)).toThrow('Cannot download the file');
});
