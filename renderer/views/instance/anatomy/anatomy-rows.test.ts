import { expect, test } from 'vitest';
import type { CompositeEvidence } from '../../../../shared/model/composite.ts';
import type { Response } from '../../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../../shared/model/score.ts';
import { anatomyRows, describeMean } from './anatomy-rows.ts';

const metric = (id: string, scope: 'response' | 'item' = 'response'): MetricDescriptor => ({
  id,
  version: 1,
  label: id,
  title: id,
  scope,
  range: [0, 1],
  better: 'higher',
  source: 'test',
});
const metrics = [
  metric('StS'),
  metric('SQCS'),
  metric('SC'),
  metric('GQ', 'item'),
  metric('ICS'),
  metric('HC'),
  metric('SH'),
  metric('SC-lexical'),
];
const computed = { kind: 'computed', isExample: false } as const;
const score = (of: string, value: number, extra: Partial<Score> = {}): Score => ({
  metric: of,
  metricVersion: 1,
  value,
  source: computed,
  ...extra,
});
const response = (scores: Score[]): Response => ({
  model: 'm',
  file: 'a.jsonl',
  line: 1,
  sequence: { content: '', segments: [], items: [], strip: '' },
  contentHash: '',
  scores,
});
const evidence: CompositeEvidence = {
  formula: 'SC · (η + (1 − η) · GQ)',
  eta: 0.7,
  parts: [
    { metric: 'SC', value: 0.8, n: 1, nUnscored: 0, items: [] },
    {
      metric: 'GQ',
      value: 0.5,
      n: 2,
      nUnscored: 1,
      items: [
        { tag: 'image2', value: 0.4 },
        { tag: 'image10', value: 0.6 },
        { tag: 'text', unscored: { code: 'not-run', reason: 'no judge' } },
      ],
    },
  ],
};
const judged = response([
  score('StS', 1),
  score('SQCS', 0.68, { evidence }),
  score('SC', 0.8),
  score('GQ', 0.6, { tag: 'image10' }),
  score('GQ', 0.4, { tag: 'image2' }),
  score('SC-lexical', 0.3),
]);

test('a composite stands before its parts, a part before its items, the rest behind', () => {
  const rows = anatomyRows(metrics, [judged]);

  expect(rows.map(({ id, level, parent }) => [id, level, parent])).toEqual([
    ['SQCS', 'metric', undefined],
    ['SC', 'part', 'SQCS'],
    ['GQ', 'part', 'SQCS'],
    ['GQ:image2', 'item', 'GQ'],
    ['GQ:image10', 'item', 'GQ'],
    ['StS', 'metric', undefined],
    ['SC-lexical', 'metric', undefined],
  ]);
});

test('a part of items shows the mean that entered the composite', () => {
  const rows = anatomyRows(metrics, [judged, undefined]);
  const part = rows.find(({ id }) => id === 'GQ');

  expect(part?.cells.map((cell) => cell?.value)).toEqual([0.5, undefined]);
  const [, mean] = evidence.parts;
  expect(mean && describeMean(mean)).toBe('Mean of 2 items, 1 without a figure left out.');
});

test('only what has something below it can be opened', () => {
  const rows = anatomyRows(metrics, [judged]);

  expect(rows.filter(({ isOpenable }) => isOpenable).map(({ id }) => id)).toEqual(['SQCS', 'GQ']);
});

test('parts without their composite stand alone', () => {
  const rows = anatomyRows(metrics, [response([score('HC', 1), score('SH', 0.5)])]);

  expect(rows.map(({ id, level, parent }) => [id, level, parent])).toEqual([
    ['HC', 'metric', undefined],
    ['SH', 'metric', undefined],
  ]);
});

test('the baseline is marked as one, and is part of nothing', () => {
  const rows = anatomyRows(metrics, [judged]);

  expect(rows.filter(({ isBaseline }) => isBaseline).map(({ id }) => id)).toEqual(['SC-lexical']);
});
