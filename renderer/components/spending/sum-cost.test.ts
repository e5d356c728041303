import { expect, test } from 'vitest';
import { sumCost } from './sum-cost.ts';

test('a role without a price makes the sum a lower bound', () => {
  expect(sumCost([{ costUsd: 0.5 }, {}, { costUsd: 0.25 }])).toEqual({
    known: 0.75,
    isComplete: false,
  });
});

test('with every price the sum is complete; without any there is none', () => {
  expect(sumCost([{ costUsd: 0 }])).toEqual({ known: 0, isComplete: true });
  expect(sumCost([{}, {}])).toEqual({ known: undefined, isComplete: false });
});
