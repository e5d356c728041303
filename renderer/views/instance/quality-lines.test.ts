import { expect, test } from 'vitest';
import type { Response } from '../../../shared/model/response.ts';
import { formatFigure, itemAnatomies } from './quality-lines.ts';

const source = { kind: 'computed' as const, isExample: false };
const response = (scores: Response['scores']): Response => ({
  model: 'a',
  file: 'a.jsonl',
  line: 1,
  sequence: { content: '', segments: [], items: [], strip: '' },
  contentHash: '',
  scores,
});
const figure = { unit: 'dB', range: [0, 60] as const, value: 31.234, score: 0.5 };

test('a computed quality score opens to its figures, items by number', () => {
  const evidence = {
    profile: 'unim',
    version: 1,
    score: 80,
    components: { snr: figure },
    notes: [],
  };
  const lines = itemAnatomies(
    response([
      { metric: 'GQ', metricVersion: 1, tag: 'audio10', value: 0.8, evidence, source },
      { metric: 'GQ', metricVersion: 1, tag: 'audio2', value: 0.8, evidence, source },
    ]),
  );

  expect(lines.map((line) => line.tag)).toEqual(['audio2', 'audio10']);
  expect(lines[0]).toMatchObject({ profile: 'unim 1', figures: [['snr', figure]] });
});

test('scores without evidence of a known shape have no anatomy', () => {
  const lines = itemAnatomies(
    response([
      { metric: 'GQ', metricVersion: 0, tag: 'image2', value: 0.8, source },
      { metric: 'StS', metricVersion: 1, value: 1, evidence: { modalities: [] }, source },
    ]),
  );

  expect(lines).toEqual([]);
});

test('figures are shown with the digits that mean something', () => {
  expect(formatFigure(figure)).toBe('31.23 dB');
  expect(formatFigure({ unit: 'count', range: [0, 10], value: 3 })).toBe('3');
  expect(formatFigure({ unit: '', range: [0, 1], value: 0.01234 })).toBe('0.012');
  expect(formatFigure({ unit: 'Hz', range: [0, 1], value: 22050.4 })).toBe('22,050 Hz');
  expect(formatFigure({ unit: 'LUFS', range: [-70, 0] })).toBe('—');
});
