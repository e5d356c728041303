import { expect, test } from 'vitest';
import { SampleDraft } from '../../../shared/model/sample.ts';
import { allocate } from './allocate.ts';
import { drawSample } from './draw-sample.ts';
import type { Candidate } from './population.ts';
import { orderForRater } from './rater-order.ts';

const inOrder = (length: number) => Array.from({ length }, (_, at) => at);

test('equal shares: what a small stratum cannot give the others give', () => {
  // 12 of 3 strata: 4 each; the one of 1 gives 1, the 3 left are shared by the other two: 5.5 → 6 and 5
  expect(allocate([20, 1, 20], 12, 'equal', inOrder(3))).toEqual([6, 1, 5]);
});

test('equal shares of fewer units than strata: those first that the order names first', () => {
  expect(allocate([5, 5, 5, 5], 2, 'equal', [2, 0, 1, 3])).toEqual([1, 0, 1, 0]);
});

test('shares by size sum up, largest remainders first', () => {
  // 10 of 5 + 3 + 3 = 11: 4.55, 2.73, 2.73 → 4, 2, 2 and two more for the remainders of .73
  expect(allocate([5, 3, 3], 10, 'proportional', inOrder(3))).toEqual([4, 3, 3]);
});

test.each(['equal', 'proportional'] as const)(
  'no more than there is is drawn: %s',
  (allocation) => {
    expect(allocate([2, 3], 100, allocation, inOrder(2))).toEqual([2, 3]);
    expect(allocate([], 100, allocation, [])).toEqual([]);
  },
);

test('the same draft draws the same sample, another seed another', () => {
  const population = people(200);
  const draft = draftOf({ size: 30, seed: 7 });

  expect(drawSample(population, draft)).toEqual(drawSample(population, draft));
  expect(drawSample(population, { ...draft, seed: 8 }).units).not.toEqual(
    drawSample(population, draft).units,
  );
});

test('every unit is drawn once, from the stratum that it is in', () => {
  const { units, strata } = drawSample(people(60), draftOf({ size: 25 }));

  expect(new Set(units.map(({ key, model }) => `${key} ${model}`)).size).toBe(25);
  for (const unit of units) expect(strata[unit.stratum]?.values.model).toBe(unit.model);
  expect(strata.map(({ size }) => size).reduce((a, b) => a + b)).toBe(25);
});

test('a sample larger than its strata takes all there is and says where it ran out', () => {
  // 3 of Alpha, 20 of Beta, 20 asked for: 10 each; Alpha has 3, Beta gives 17
  const population = [...people(3, 'Alpha'), ...people(20, 'Beta')];

  const drawn = drawSample(population, draftOf({ size: 20 }));

  expect(drawn).toMatchObject({ population: 23, size: 20, exhausted: 1, empty: 0 });
  expect(drawn.strata.map(({ population: of, size }) => [of, size])).toEqual([
    [3, 3],
    [20, 17],
  ]);
  expect(drawSample(population, draftOf({ size: 500 })).size).toBe(23);
});

test('raters share the rest and have the common part in common, each in an order of their own', () => {
  const draft = draftOf({ size: 40, raters: 3, overlapShare: 0.25 });
  const { units } = drawSample(people(100), draft);

  const [ann, bob, cat, dan] = ['Ann', 'Bob', 'Cat', 'Dan'].map((name, seat) =>
    orderForRater(units, { name, seat }, draft).map(({ unit }) => unit),
  ) as [number[], number[], number[], number[]];

  // 10 of 40 in common, 30 among 3; the fourth, for whom nothing was planned, gets the 10
  expect([ann, bob, cat, dan].map(({ length }) => length)).toEqual([20, 20, 20, 10]);
  expect(new Set([...ann, ...bob, ...cat]).size).toBe(40);
  expect(ann.filter((unit) => bob.includes(unit)).sort()).toEqual([...dan].sort());
  const commonOf = (own: number[]) => own.filter((unit) => dan.includes(unit));
  expect(commonOf(ann)).not.toEqual(commonOf(bob));
});

test('which of a pair stands on the left is another matter for every unit and rater', () => {
  const draft = draftOf({ size: 50, kind: 'pairwise' });
  const pairs = people(50).map((one) => ({ ...one, otherModel: 'Zeta' }));
  const { units } = drawSample(pairs, draft);

  const swapped = (name: string) =>
    new Map(
      orderForRater(units, { name, seat: 0 }, draft).map(({ unit, isSwapped }) => [
        unit,
        isSwapped,
      ]),
    );

  const sides = [...swapped('Ann').values()];
  expect(sides.filter(Boolean).length).toBeGreaterThan(10);
  expect(sides.filter(Boolean).length).toBeLessThan(40);
  expect([...swapped('Bob')]).not.toEqual([...swapped('Ann')]);
  expect([...swapped('Ann')]).toEqual([...swapped(' ann ')]);
});

function draftOf(draft: { size: number } & Partial<SampleDraft>): SampleDraft {
  return SampleDraft.parse({ name: 'S', strata: ['model'], ...draft });
}

function people(count: number, model?: string): Candidate[] {
  return Array.from({ length: count }, (_, at): Candidate => {
    const own = model ?? (at % 2 === 0 ? 'Alpha' : 'Beta');
    return { key: `f/s/${at}`, model: own, otherModel: undefined, values: { model: own } };
  });
}
