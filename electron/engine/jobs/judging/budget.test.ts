import { expect, test } from 'vitest';
import { BudgetReached, createBudget } from './budget.ts';

const NOTHING = { costUsd: 0, calls: 0 };

test('the first call goes alone, because nobody knows what one costs', async () => {
  const budget = createBudget(10, NOTHING);
  const leave = await budget.enter();
  let isIn = false;

  const second = budget.enter().then((left) => {
    isIn = true;
    return left;
  });
  await new Promise((next) => setImmediate(next));
  expect(isIn).toBe(false);
  leave(1);

  await second;
  expect(isIn).toBe(true);
});

test('calls on their way are taken to cost what the dearest did', async () => {
  const budget = createBudget(10, NOTHING);
  (await budget.enter())(3);

  // 3 + 2 · 3 = 9 fits; a third would make 12
  const leaves = [await budget.enter(), await budget.enter()];
  const third = budget.enter();
  leaves[0]?.(1);
  leaves[1]?.(1);

  // 3 + 1 + 1 + 3 = 8
  const leave = await third;
  leave(3);
  await expect(budget.enter()).rejects.toThrow(BudgetReached);
});

test('what was spent before counts', async () => {
  await expect(createBudget(2, { costUsd: 1.5, calls: 2 }).enter()).rejects.toThrow('$1.50');
  await createBudget(2, { costUsd: 1, calls: 2 }).enter();
  await expect(createBudget(0, NOTHING).enter()).rejects.toThrow(BudgetReached);
});

test('free calls go on for ever', async () => {
  const budget = createBudget(0.01, NOTHING);
  for (let round = 0; round < 50; round++) (await budget.enter())(0);
  await Promise.all(Array.from({ length: 50 }, () => budget.enter()));
});
