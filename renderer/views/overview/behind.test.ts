import { expect, test } from 'vitest';
import { routeBehind, routeOfSize } from './behind.ts';

test('a mean leads to the instances of its group with a figure, its model first, the worst on top', () => {
  const route = routeBehind({
    filter: { search: 'map' },
    by: 'difficulty',
    group: '3',
    model: 'Echo-Base',
    metric: 'SC',
    scored: true,
    models: ['Aria-7B', 'Echo-Base'],
  });

  expect(route).toEqual({
    screen: 'instances',
    filter: {
      search: 'map',
      facets: { difficulty: ['3'] },
      expression: 'SC("Echo-Base") is scored',
    },
    sort: { by: 'score', metric: 'SC', model: 'Echo-Base', descending: false },
    models: ['Echo-Base', 'Aria-7B'],
  });
});

test('what has no figure is asked for as such', () => {
  const { filter } = routeBehind({ filter: {}, model: 'A', metric: 'GQ', scored: false });

  expect(filter?.expression).toBe('GQ("A") is unscored');
});

test('a count leads to its group alone, and a subdomain stays in its field', () => {
  const route = routeBehind({
    filter: {},
    by: 'subdomain',
    group: 'health',
    field: 'general_area',
  });

  expect(route).toEqual({
    screen: 'instances',
    filter: { facets: { subdomain: ['health'], field: ['general_area'] } },
    sort: { by: 'key', descending: false },
  });
});

test('a part of a histogram leads to the sizes from its one edge up to the next', () => {
  const behind = { side: 'task', of: 'characters', from: 50, to: 100 } as const;

  expect(routeOfSize({}, behind).filter?.expression).toBe(
    'length(task) >= 50 and length(task) < 100',
  );
  expect(routeOfSize({}, { ...behind, of: 'items', side: 'reference' }).filter?.expression).toBe(
    'items(reference) >= 50 and items(reference) < 100',
  );
});
