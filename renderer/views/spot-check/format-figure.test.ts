import { expect, test } from 'vitest';
import { formatEnds, formatFigure } from './format-figure.ts';

test('a figure has two decimals, a real minus, and no negative zero', () => {
  expect(formatFigure(0.857)).toBe('0.86');
  expect(formatFigure(-0.25)).toBe('−0.25');
  expect(formatFigure(-0.001)).toBe('0.00');
});

test('an interval is read from end to end; without one there is nothing', () => {
  expect(formatEnds({ value: 0, ci95: [-0.1, 0.4] })).toBe('−0.10 to 0.40');
  expect(formatEnds({ why: 'All ratings are equal.' })).toBe('');
});
