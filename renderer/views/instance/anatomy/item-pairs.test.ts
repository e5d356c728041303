import { expect, test } from 'vitest';
import type { Response } from '../../../../shared/model/response.ts';
import { pairItems, pairLabel } from './item-pairs.ts';

const response = (...tags: string[]): Response => ({
  model: 'm',
  file: 'a.jsonl',
  line: 1,
  sequence: { content: '', segments: [], items: [], strip: '' },
  contentHash: '',
  scores: tags.map((tag) => ({
    metric: 'GQ',
    metricVersion: 1,
    tag,
    value: 0.5,
    source: { kind: 'computed', isExample: false },
  })),
});

test('the same tag is the same item', () => {
  const pairs = pairItems([response('image2', 'text'), response('text', 'image2')], 'GQ');

  expect(pairs).toEqual([
    ['image2', 'image2'],
    ['text', 'text'],
  ]);
});

test('tags that only one response has are paired by order within their modality', () => {
  const pairs = pairItems(
    [response('image2', 'image3', 'audio1'), response('image2', 'image5', 'image6')],
    'GQ',
  );

  expect(pairs.map(pairLabel)).toEqual(['audio1', 'image2', 'image3 · 5', 'image6']);
  expect(pairs[0]).toEqual(['audio1', undefined]);
});

test('a response that is not there has an empty place', () => {
  expect(pairItems([undefined, response('image1')], 'GQ')).toEqual([[undefined, 'image1']]);
});

test('figures of another metric do not count', () => {
  expect(pairItems([response('image1')], 'SC')).toEqual([]);
});
