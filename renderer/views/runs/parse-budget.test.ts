import { expect, test } from 'vitest';
import { parseBudget } from './parse-budget.ts';

test.each([
  ['', undefined],
  [' ', undefined],
  ['0.5', 0.5],
  ['$ 2', 2],
  ['1,25', 1.25],
  ['-1', 'wrong'],
  ['much', 'wrong'],
  ['1000001', 'wrong'],
])('“%s” is a budget of %s', (text, budget) => {
  expect(parseBudget(text)).toBe(budget);
});
