import { expect, test } from 'vitest';
import type { Response } from '../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../shared/model/score.ts';
import { findScore, scoreRows } from './score-rows.ts';
import { structureLines } from './structure-lines.ts';

const metric = (id: string, scope: 'response' | 'item'): MetricDescriptor => ({
  id,
  version: 1,
  label: id,
  title: id,
  scope,
  range: [0, 1],
  better: 'higher',
  source: 'test',
});
const score = (of: string, value: number, extra: Partial<Score> = {}): Score => ({
  metric: of,
  metricVersion: 1,
  value,
  source: { kind: 'computed', isExample: false },
  ...extra,
});
const response = (model: string, scores: Score[]): Response => ({
  model,
  file: 'a.jsonl',
  line: 1,
  sequence: { content: '', segments: [], items: [], strip: '' },
  contentHash: '',
  scores,
});
const metrics = [metric('StS', 'response'), metric('GQ', 'item'), metric('SC', 'response')];

test('a metric without a figure has no line', () => {
  const rows = scoreRows(metrics, [response('a', [score('StS', 1)])]);

  expect(rows.map((row) => row.id)).toEqual(['StS']);
});

test('items stand below their metric, by number, and a column without one is empty', () => {
  const rows = scoreRows(metrics, [
    response('a', [score('GQ', 0.5, { tag: 'image10' }), score('GQ', 0.7, { tag: 'image2' })]),
    response('b', [score('GQ', 0.9, { tag: 'image2' })]),
    undefined,
  ]);

  expect(rows.map((row) => [row.label, ...row.cells.map((cell) => cell?.value)])).toEqual([
    ['GQ', undefined, undefined, undefined],
    ['image2', 0.7, 0.9, undefined],
    ['image10', 0.5, undefined, undefined],
  ]);
});

test('a line says where its figures come from only when all agree', () => {
  const example = { source: { kind: 'imported' as const, isExample: true } };
  const rows = (b: Score) =>
    scoreRows(metrics, [response('a', [score('SC', 0.8, example)]), response('b', [b])]);

  expect(rows(score('SC', 0.4, example))[0]?.origin).toBe('example');
  expect(rows(score('SC', 0.4))[0]?.origin).toBeUndefined();
});

test('structure lines cover the modalities of all columns', () => {
  const match = {
    expected: 1,
    found: 1,
    missing: 0,
    redundant: 0,
    precision: 1,
    recall: 1,
    f1: 1,
    stsCost: 0,
    lesCost: 0,
  };
  const evidence = (modality: 'image' | 'audio') => ({
    modalities: [{ ...match, modality }],
    dangling: [],
    orphan: [],
    inputReferences: [],
  });

  const lines = structureLines([
    response('a', [score('StS', 1, { evidence: evidence('image') })]),
    response('b', [score('StS', 1, { evidence: evidence('audio') })]),
  ]);

  expect(lines.map((line) => [line.modality, ...line.cells.map((cell) => cell?.found)])).toEqual([
    ['image', 1, undefined],
    ['audio', undefined, 1],
  ]);
});

test('evidence of another shape is no evidence', () => {
  expect(structureLines([response('a', [score('StS', 1, { evidence: { x: 1 } })])])).toEqual([]);
});

test('an imported figure stands where the computed one failed, as it does in composites', () => {
  const failed: Score = {
    metric: 'SC',
    metricVersion: 1,
    unscored: { code: 'judge-failed', reason: 'no JSON' },
    source: { kind: 'computed', isExample: false },
  };
  const imported = score('SC', 0.8, { source: { kind: 'imported', isExample: false } });

  expect(findScore(response('a', [failed, imported]), 'SC', undefined)?.value).toBe(0.8);
  expect(findScore(response('a', [failed]), 'SC', undefined)?.unscored?.code).toBe('judge-failed');
  expect(findScore(response('a', [score('SC', 0.2), imported]), 'SC', undefined)?.value).toBe(0.2);
});
