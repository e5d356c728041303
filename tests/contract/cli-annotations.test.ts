// `export --as annotations` as a script sees it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAnnotationEvent } from '../../electron/engine/db/annotations.ts';
import { openWritable } from '../../electron/engine/db/open.ts';
import { projectFile } from '../../electron/engine/project/layout.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../builders/records.ts';
import { runCli } from './cli-process.ts';

let dir: string;

const loupe = (...args: string[]) => runCli(dir, args);
const exported = (...args: string[]) =>
  loupe('export', '--project', 'project', '--as', 'annotations', '--out', 'a.jsonl', ...args);
const lines = () =>
  readFileSync(join(dir, 'a.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cli-annotations-'));
  writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('2')]);
  const from = ['--dataset', 'dataset', '--predictions', 'Alpha=predictions/Alpha'];
  expect((await loupe('import', '--project', 'project', ...from)).code).toBe(0);
  const db = openWritable(projectFile(join(dir, 'project')));
  const at = '2026-01-01T00:00:00.000Z';
  const said = { author: '', hash: 'other', createdAt: at, at, isRemoved: false } as const;
  const key = (id: string) => `natural_science/chemistry/${id}`;
  const mark = { kind: 'item', tag: 'image2' } as const;
  const response = { side: 'response', model: 'Alpha', mark } as const;
  const tag = { kind: 'tag', tag: 'artefacts' } as const;
  addAnnotationEvent(db, { ...said, ...response, ...tag, annotationId: 'a', key: key('1') });
  const note = { side: 'instance', kind: 'note', text: 'Odd.', mark: { kind: 'whole' } } as const;
  addAnnotationEvent(db, { ...said, ...note, annotationId: 'b', key: key('2') });
  db.close();
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

test('writes a line for each annotation, of all models when none is named', async () => {
  const ended = await exported();

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toBe('Wrote 2 annotations of 2 instances. "a.jsonl"\n');
  const place = { domain: 'natural_science', subdomain: 'chemistry' };
  expect(lines()).toMatchObject([
    { ...place, id: '1', annotation: 'a', kind: 'tag', label: 'Artefacts', model: 'Alpha' },
    { ...place, id: '2', annotation: 'b', kind: 'note', text: 'Odd.', isStale: true },
  ]);
});

test('takes a filter by what was said', async () => {
  const ended = await exported('--filter', 'tag = artefacts and flagged = no', '--json');

  expect(JSON.parse(ended.stdout)).toEqual({ records: 1, instances: 1, out: 'a.jsonl' });
  expect(lines()).toMatchObject([{ annotation: 'a' }]);
});

test('figures still need to know whose they are', async () => {
  const ended = await loupe('export', '--project', 'project', '--as', 'gq', '--out', 'x');

  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toContain('--model');
});
