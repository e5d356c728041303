import { expect, test } from 'vitest';
import { formatP } from './format-p.ts';
import { verdictOf } from './verdict.ts';

const figures = { n: 40, wins: 30, ties: 2, losses: 8, meanDiff: 0.1, effect: 0.6 };

test('a difference counts as shown below five percent, corrected', () => {
  expect(verdictOf({ ...figures, pWilcoxon: 0.01, pHolm: 0.049 })).toBe('a');
  expect(verdictOf({ ...figures, pWilcoxon: 0.01, pHolm: 0.05 })).toBe('open');
});

test('the ranks that were tested say which model is better', () => {
  expect(verdictOf({ ...figures, pHolm: 0.01, meanDiff: 0.02, effect: -0.3 })).toBe('b');
});

test('one instance is no sample', () => {
  expect(verdictOf({ ...figures, n: 1, wins: 1, ties: 0, losses: 0, pHolm: 1 })).toBe('untested');
});

test('where every difference is 0 nothing is tested', () => {
  expect(verdictOf({ n: 40, wins: 0, ties: 40, losses: 0, meanDiff: 0 })).toBe('untested');
});

test.each([
  [undefined, '—'],
  [0, '< 0.001'],
  [0.00099, '< 0.001'],
  [0.0312, '0.031'],
  [0.9996, '1'],
  [1, '1'],
])('a probability of %s reads %s', (p, text) => expect(formatP(p)).toBe(text));
