import { expect, test } from 'vitest';
import { INSPECTION_METRICS } from '../../../shared/model/run.ts';
import type { Response } from '../../../shared/model/response.ts';
import { findingCount, itemInspections, placeOf } from './inspection-lines.ts';

const source = { kind: 'computed' as const, isExample: false };
const response = (scores: Response['scores']): Response => ({
  model: 'a',
  file: 'a.jsonl',
  line: 1,
  sequence: { content: '', segments: [], items: [], strip: '' },
  contentHash: '',
  scores,
});
const evidence = {
  profile: 'image',
  version: 1,
  type: 'Colour picture',
  figures: { NIQE: { unit: '', range: [0, 100], value: 3.5, role: 'diagnostic' } },
  findings: [{ kind: 'blurred', message: 'Blurred.' }],
  notes: [],
};

test.each(INSPECTION_METRICS)('what %s found is listed', (metric) => {
  const [line] = itemInspections(
    response([{ metric, metricVersion: 1, tag: 'image2', evidence, source }]),
  );

  expect(line).toMatchObject({
    tag: 'image2',
    outcome: { status: 'inspected', inspection: { findings: [{ kind: 'blurred' }] } },
  });
});

test('items come by number, and each inspection of an item is its own line', () => {
  const lines = itemInspections(
    response([
      { metric: 'image-check', metricVersion: 1, tag: 'image10', evidence, source },
      { metric: 'image-check', metricVersion: 1, tag: 'image2', evidence, source },
      { metric: 'code-check', metricVersion: 1, tag: 'image2', evidence, source },
    ]),
  );

  expect(lines.map(({ id }) => id)).toEqual([
    'image2:code-check',
    'image2:image-check',
    'image10:image-check',
  ]);
});

test('a file that could not be looked at says why', () => {
  const unscored = { code: 'media-broken' as const, reason: 'The file is empty (0 bytes).' };
  const lines = itemInspections(
    response([{ metric: 'image-check', metricVersion: 1, tag: 'image1', unscored, source }]),
  );

  expect(lines[0]?.outcome).toEqual({ status: 'unscored', reason: unscored.reason });
});

test('scores are no inspections, even without a figure', () => {
  const unscored = { code: 'media-missing' as const, reason: 'Missing.' };

  expect(
    itemInspections(
      response([
        { metric: 'GQ', metricVersion: 1, tag: 'image1', unscored, source },
        { metric: 'StS', metricVersion: 1, value: 1, source },
        { metric: 'image-check', metricVersion: 1, tag: 'image1', evidence: {}, source },
      ]),
    ),
  ).toEqual([]);
});

test('places are said as people say them', () => {
  const finding = { kind: '', message: '' };

  expect(placeOf(finding)).toBeUndefined();
  expect(placeOf({ ...finding, line: 3, column: 9 })).toBe('line 3, column 9');
  expect(placeOf({ ...finding, page: 2 })).toBe('page 2');
  expect(placeOf({ ...finding, startMs: 1240, endMs: 63_450 })).toBe('0:01.2 to 1:03.5');
  expect(placeOf({ ...finding, startMs: 59_980 })).toBe('1:00.0');
});

test('findings are counted in words', () => {
  expect([0, 1, 3].map(findingCount)).toEqual(['nothing found', '1 finding', '3 findings']);
});
