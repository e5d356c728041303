import { expect, test } from 'vitest';
import { brushedFilter, outcomeNode, routeOfInstance, routeOfNode, routeOfSet } from './links.ts';

const by = {
  a: 'Aria-7B',
  b: 'Echo "2"',
  metric: 'StS',
  filter: { facets: { field: ['social_science'] } },
  models: ['Aria-7B', 'Echo "2"', 'C'],
};

test('instances that B improves are those whose difference A − B is low enough, worst of A first', () => {
  const route = routeOfNode(by, outcomeNode(by, 'improved', 0.1), true);

  expect(route.filter).toEqual({
    facets: { field: ['social_science'] },
    expression: 'delta("StS", "Aria-7B", "Echo \\"2\\"") <= -0.1',
  });
  expect(route.sort).toEqual({
    ...{ by: 'delta', metric: 'StS', modelA: 'Aria-7B', modelB: 'Echo "2"' },
    descending: false,
  });
});

test('an expression that is there already holds, too', () => {
  const filtered = { ...by, filter: { expression: 'flagged or rated' } };

  const { filter } = routeOfNode(filtered, outcomeNode(filtered, 'tie', 0.1));

  expect(filter?.expression).toBe(
    '(flagged or rated) and delta("StS", "Aria-7B", "Echo \\"2\\"") = 0',
  );
});

test('alternatives stay together beside another condition', () => {
  const filtered = { ...by, filter: { expression: 'flagged' } };
  const parts = [outcomeNode(by, 'win', 0.1), outcomeNode(by, 'loss', 0.1)];

  const { filter } = routeOfNode(filtered, { kind: 'or', parts });

  expect(filter?.expression).toBe(
    '(flagged) and (delta("StS", "Aria-7B", "Echo \\"2\\"") > 0 or ' +
      'delta("StS", "Aria-7B", "Echo \\"2\\"") < 0)',
  );
});

test('a brush becomes two ranges beside those that are there; up to the end is no upper bound', () => {
  const range = { metric: 'SC', model: 'C', max: 0.5 };

  const filter = brushedFilter(
    { ...by, filter: { ranges: [range] } },
    { minA: 0.2, maxA: 1, minB: 0, maxB: 0.4 },
  );

  expect(filter.ranges).toEqual([
    range,
    { metric: 'StS', model: 'Aria-7B', min: 0.2 },
    { metric: 'StS', model: 'Echo "2"', min: 0, max: 0.4 },
  ]);
});

test('of one model alone the worst come first', () => {
  const alone = { ...by, b: '', models: ['Aria-7B'] };

  expect(routeOfSet(alone, {})).toEqual({
    screen: 'instances',
    filter: {},
    models: ['Aria-7B'],
    sort: { by: 'score', metric: 'StS', model: 'Aria-7B', descending: false },
  });
});

test('an instance is opened with A and B first, the others behind them', () => {
  const route = routeOfInstance({ ...by, models: ['C', 'Echo "2"', 'Aria-7B'] }, 'f/s/1');

  expect(route).toMatchObject({
    screen: 'instance',
    key: 'f/s/1',
    models: ['Aria-7B', 'Echo "2"', 'C'],
  });
});
