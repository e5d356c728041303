import { expect, test } from 'vitest';
import type { CompositeEvidence } from '../../../../shared/model/composite.ts';
import type { Score } from '../../../../shared/model/score.ts';
import { arithmeticOf } from './arithmetic.ts';

const part = (metric: string, value: number | undefined) => ({
  metric,
  ...(value === undefined ? {} : { value }),
  n: value === undefined ? 0 : 1,
  nUnscored: 0,
  items: [],
});
const sqcs: CompositeEvidence = {
  formula: 'SC · (η + (1 − η) · GQ)',
  eta: 0.7,
  parts: [part('SC', 0.8), part('GQ', 0.806)],
};
const score = (value: number | undefined, reason = ''): Score => ({
  metric: 'SQCS',
  metricVersion: 1,
  ...(value === undefined ? { unscored: { code: 'not-run', reason } } : { value }),
  source: { kind: 'computed', isExample: false },
});

test('the formula stands with its figures in it', () => {
  // 0.8 · (0.7 + 0.3 · 0.806) = 0.75344
  expect(arithmeticOf(sqcs, score(0.75344))).toMatchObject({
    kind: 'computed',
    text: '0.800 · (0.7 + 0.3 · 0.806) = 0.753',
  });
});

test('1 − η is written without the tail of a binary fraction', () => {
  const ics = {
    formula: 'η · HC + (1 − η) · SH',
    eta: 0.8,
    parts: [part('HC', 1), part('SH', 0.6)],
  };

  expect(arithmeticOf(ics, score(0.92))).toMatchObject({
    text: '0.8 · 1.000 + 0.2 · 0.600 = 0.920',
  });
});

test('a part that did not count is a dash, not a zero', () => {
  const empty = { ...sqcs, parts: [part('SC', 0), part('GQ', undefined)] };

  expect(arithmeticOf(empty, score(0))).toMatchObject({ text: '0.000 · (0.7 + 0.3 · —) = 0.000' });
});

test('without a figure there is a reason in its place', () => {
  expect(arithmeticOf(sqcs, score(undefined, 'No GQ: nothing was run.'))).toEqual({
    kind: 'not-computed',
    reason: 'No GQ: nothing was run.',
  });
});
