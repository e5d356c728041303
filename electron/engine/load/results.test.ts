import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Problem } from '../../../shared/model/problem.ts';
import { isErrorCaption } from './captions.ts';
import { detectKind } from './detect.ts';
import { loadRatings } from './ratings.ts';
import { parseRecord, recordContext } from './record.ts';
import { readRecords } from './record-stream.ts';
import { readResults } from './results.ts';
import { decideScScale } from './score-scale.ts';
import type { ResultRecord, SourceKind } from './types.ts';

const root = join(import.meta.dirname, '../../../tests/fixtures/results');
const fixture = (name: string) => join(root, name);
const dir = mkdtempSync(join(tmpdir(), 'loupe-results-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function read(path: string, kind: SourceKind) {
  const records: ResultRecord[] = [];
  const problems: Problem[] = [];
  for await (const batch of readResults(path, kind, recordContext(root, path, kind))) {
    records.push(...batch.records);
    problems.push(...batch.problems);
  }
  return { records, problems };
}

const figures = ({ scores }: ResultRecord) =>
  scores.map(({ metric, tag, raw, value, unscored }) => [
    tag ?? metric,
    raw,
    unscored?.code ?? value,
  ]);

test.each<[string, SourceKind, SourceKind | undefined]>([
  ['gq.jsonl', 'gq-results', 'predictions'],
  ['ics.jsonl', 'ics-results', 'predictions'],
  ['sc-fifths.jsonl', 'sc-results', 'predictions'],
  ['sc-as-is.jsonl', 'sc-results', undefined],
  ['captions.jsonl', 'captions', undefined],
  ['predictions.jsonl', 'predictions', undefined],
  ['ratings.jsonl', 'ratings', undefined],
  ['../quirks/q06-capabilities.csv', 'capabilities', undefined],
  ['../quirks/q06-capabilities.json', 'capabilities', undefined],
  ['../quirks/q01-array.jsonl', 'dataset', undefined],
  ['../quirks/q01-array.jsonl', 'predictions', 'predictions'],
  ['captions.jsonl', 'predictions', 'predictions'],
  ['../quirks/q21-captions-in-tags.jsonl', 'captions', 'captions'],
])('%s is seen to be %s (said to be: %s)', async (name, kind, expected) => {
  expect(await detectKind(fixture(name), expected)).toBe(kind);
});

test('a GQ file gives a figure per item, in hundredths, with its response', async () => {
  const { records, problems } = await read(fixture('gq.jsonl'), 'gq-results');

  expect(records.map(figures)).toEqual([
    [
      ['image2', 91.1, expect.closeTo(0.911, 12)],
      ['audio1', 70.13, expect.closeTo(0.7013, 12)],
      ['text', 88.75, 0.8875],
    ],
    [
      ['image2', undefined, 'imported-null'],
      ['audio1', 0, 0],
    ],
    [['audio1', 100, 1]], // image2 is 120.5 of 100
    [
      ['image2', 45.5, 0.455], // `Image2`, as text
      ['audio1', undefined, 'imported-null'], // NaN, as Python writes it
    ],
  ]);
  expect(records[0]?.response?.entries.map((entry) => entry.tag)).toEqual(['image2', 'audio1']);
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['bad-record', 68], // the repaired NaN
    ['bad-score', 46],
  ]);
});

test('an ICS file gives HC and SH in fifths, and captions', async () => {
  const { records, problems } = await read(fixture('ics.jsonl'), 'ics-results');

  expect(records.map(figures)).toEqual([
    [
      ['HC', 4, 0.8],
      ['SH', 5, 1],
    ],
    [
      ['HC', 2, 'imported-error-caption'],
      ['SH', 3, 'imported-error-caption'],
    ],
    [
      ['HC', 1, 0.2],
      ['SH', 1, 0.2],
    ],
    [['SH', undefined, 'imported-null']], // coherence is 6 of 5
  ]);
  expect(records[0]?.captions).toEqual([
    { side: 'output', tag: 'image2', text: 'a pendulum at rest', isError: false },
    { side: 'output', tag: 'audio1', text: 'a ticking sound', isError: false },
  ]);
  expect(records[1]?.captions.map((caption) => caption.isError)).toEqual([true, false]);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['bad-score', 'warning'],
    ['bad-score', 'info'], // 1 and 1 may be a judge's reply that could not be read
  ]);
});

test('the scale of an SC file is decided by all of it, and each score names it', async () => {
  const fifths = await read(fixture('sc-fifths.jsonl'), 'sc-results');
  const asIs = await read(fixture('sc-as-is.jsonl'), 'sc-results');
  const uncertain = await read(fixture('sc-uncertain.jsonl'), 'sc-results');

  // 5 1 0 null → 1 1/5 0 –
  expect(fifths.records.map((record) => record.scores[0]?.value)).toEqual([1, 0.2, 0, undefined]);
  expect(fifths.records[0]?.scores[0]?.scale).toBe('s/5');
  // 1.0 0.2 0 0.6, as they are
  expect(asIs.records.map((record) => record.scores[0]?.value)).toEqual([1, 0.2, 0, 0.6]);
  expect(asIs.records[0]?.scores[0]?.scale).toBe('as is');
  expect(uncertain.records.map((record) => record.scores[0]?.value)).toEqual([0.2, 0, 0.2, 0.2]);
  expect(uncertain.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['bad-score', 'warning'],
  ]);
  expect(fifths.records[0]?.captions.map(({ tag }) => tag)).toEqual(['image2', 'audio1']);
  expect(fifths.records[0]?.response?.content).toContain('<image2>');
  expect(fifths.problems).toEqual([]);
});

test('zeros alone are the same on both scales', () => {
  expect(decideScScale([0, 0])).toMatchObject({ isCertain: true });
  expect(decideScScale([0, 1])).toMatchObject({ isCertain: false });
});

test('reading results resumes at a checkpoint with the scale of the whole file', async () => {
  const path = join(dir, 'sc.jsonl');
  const make = (id: number, score: number) =>
    JSON.stringify({ domain: 'd', subdomain: 's', id: String(id), output: { content: '', score } });
  writeFileSync(path, [make(1, 5), make(2, 1), make(3, 1)].join('\n'));
  const context = recordContext(dir, path, 'sc-results');
  const batches = [];
  for await (const batch of readResults(path, 'sc-results', context, { batchSize: 1 }))
    batches.push(batch);

  const rest = [];
  const start = batches[0]?.next ?? { byte: 0, line: 1 };
  for await (const batch of readResults(path, 'sc-results', context, { start }))
    rest.push(...batch.records);

  expect(rest.map(({ id, line, scores }) => [id, line, scores[0]?.value])).toEqual([
    ['2', 2, 0.2],
    ['3', 3, 0.2],
  ]);
});

test('a prediction may lack its input, write its output as a text, or have none', async () => {
  const path = fixture('predictions.jsonl');
  const context = recordContext(root, path, 'predictions');
  const parsed = [];
  for await (const batch of readRecords(path))
    parsed.push(...batch.records.map((raw) => parseRecord(raw, context)));

  expect(parsed.map(({ record }) => record?.output?.content.slice(0, 10))).toEqual([
    'It shows <',
    'It shows <',
    'It shows <',
    'Only words',
    undefined,
  ]);
  expect(parsed[3]).toMatchObject({ repaired: true, problems: [{ severity: 'info', line: 4 }] });
  expect(parsed[4]?.problems).toMatchObject([{ code: 'bad-record', severity: 'warning', line: 5 }]);
});

test('ratings keep their scale; those that cannot be used are named', async () => {
  const { ratings, problems } = await loadRatings(fixture('ratings.jsonl'));

  expect(ratings).toMatchObject([
    { id: '1', model: 'Alpha', metric: 'SC', value: 4, responseHash: 'abc', note: 'close' },
    { id: '0002', metric: 'HC', value: 2.5, ratedAt: '2025-03-01T08:01:00.000Z', line: 2 },
  ]);
  expect(problems.map(({ code, line, message }) => [code, line, message])).toEqual([
    ['bad-score', 3, expect.stringContaining('SH is rated 1 to 5, not 9')],
    ['bad-score', 4, expect.stringContaining('needs "model"')],
    ['bad-score', 5, expect.stringContaining('the text "yesterday"')],
  ]);
});

test.each([
  'Error: file not found',
  '[ERROR] Could not load image "x.png"',
  "FileNotFoundError: [Errno 2] No such file or directory: 'a.png'",
  'Failed to generate a caption for the image',
  'Unable to process audio',
  'The file data/image/img_0001_02.png does not exist.',
  'Image not found',
  'Exception: HTTP 500',
  'Request timed out.',
  'None',
  'N/A',
])('"%s" is a captioner’s error', (caption) => {
  expect(isErrorCaption(caption)).toBe(true);
});

test.each([
  'A screenshot of an error dialog that says "file not saved", with an OK button.',
  'The diagram shows error bars for each group.',
  'A man fails to open a jar; the audience laughs.',
  'Error analysis of a pendulum: a table with three columns.',
  'A sign that reads "no entry" in front of a house.',
  'No people are visible in this image of a quiet street.',
  'A dog was not found of the cat, so it runs away from the image of it.',
  'Missing teeth are visible in the x-ray.',
])('"%s" is a caption', (caption) => {
  expect(isErrorCaption(caption)).toBe(false);
});
