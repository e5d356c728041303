import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACET_IDS, INSTANCE_MODES } from '../../shared/model/filter.ts';
import { PROBLEM_CODES } from '../../shared/model/problem.ts';
import { countFilters, formatRoute, parseRoute, SCREENS, START, type Route } from './route.ts';
import { nextSort } from './route-sort.ts';

test('an address names screen, filter, sort and models', () => {
  const route = parseRoute(
    '#/instances?q=weak+acid&field=natural_science,social_science&in=image&sort=-score:StS:MIO&models=UniMA,MIO',
  );

  expect(route).toEqual({
    screen: 'instances',
    filter: {
      search: 'weak acid',
      facets: { field: ['natural_science', 'social_science'], inputModality: ['image'] },
    },
    sort: { by: 'score', metric: 'StS', model: 'MIO', descending: true },
    models: ['UniMA', 'MIO'],
    problems: {},
    view: {},
  });
});

test('the key of an instance stands in the path, slashes kept', () => {
  const route = parseRoute('#/instance/natural_science/chemistry/301/2?rows=aligned');

  expect(route.key).toBe('natural_science/chemistry/301/2');
  expect(route.view).toEqual({ rows: 'aligned' });
});

test('an instance without a key is the table', () => {
  expect(parseRoute('#/instance/').screen).toBe('instances');
});

test('an unknown screen, an empty address and a stray "%" are read without an error', () => {
  expect(parseRoute('#/nowhere').screen).toBe('welcome');
  expect(parseRoute('').screen).toBe('welcome');
  expect(parseRoute('#/instances?q=100%').filter.search).toBe('100%');
});

test('a model name with a comma and a colon stays one name', () => {
  const route: Route = { ...START, screen: 'instances', models: ['GPT, large: 4', 'b'] };

  expect(parseRoute(formatRoute(route)).models).toEqual(['GPT, large: 4', 'b']);
});

test('screens without a filter in their address keep the one that was set', () => {
  const browsing = parseRoute('#/instances?field=social_science&models=MIO');

  const problems = parseRoute('#/problems?severity=error', browsing);

  expect(problems.filter).toEqual({ facets: { field: ['social_science'] } });
  expect(problems.models).toEqual(['MIO']);
  expect(problems.problems).toEqual({ severity: 'error' });
});

test('the default route has the shortest address', () => {
  expect(formatRoute({ ...START, screen: 'instances' })).toBe('#/instances');
});

test('sets, ranges and expressions stand in the address', () => {
  const route = parseRoute(
    '#/instances?mode=aWorse&r=StS:A:0.2..0.6,SC:A:B:..-0.1&expr=a+%3C+1,+b',
  );

  expect(route.filter).toEqual({
    mode: 'aWorse',
    ranges: [
      { metric: 'StS', model: 'A', min: 0.2, max: 0.6 },
      { metric: 'SC', model: 'A', modelB: 'B', max: -0.1 },
    ],
    expression: 'a < 1, b',
  });
  expect(parseRoute('#/instances?mode=nonsense&r=x').filter).toEqual({});
});

test('every condition of a filter is counted', () => {
  expect(countFilters({ search: 'x', facets: { field: ['a', 'b'] }, state: 'problems' })).toBe(4);
  const ranges = [{ metric: 'StS', model: 'A', max: 0.5 }];
  expect(countFilters({ ranges, mode: 'aWorse', modeMetric: 'SC', expression: 'x' })).toBe(3);
});

test('a click on the sorted header turns it round, on another starts there', () => {
  const byKey = { by: 'key', descending: false } as const;
  const byScore = { by: 'score', metric: 'StS', model: 'A', descending: true } as const;

  expect(nextSort(byKey, byKey)).toEqual({ by: 'key', descending: true });
  expect(nextSort(byKey, byScore)).toEqual(byScore);
  expect(nextSort(byScore, byScore)).toEqual({ ...byScore, descending: false });
});

// lone surrogates cannot stand in an address at all
const word = fc.string({ minLength: 1, unit: 'grapheme' });
const sort = fc.oneof(
  fc.record({
    by: fc.constantFrom('key', 'difficulty', 'combination', 'problems'),
    descending: fc.boolean(),
  }),
  fc.record({ by: fc.constant('marks'), model: word, descending: fc.boolean() }),
  fc.record({ by: fc.constant('score'), metric: word, model: word, descending: fc.boolean() }),
  fc.record({
    by: fc.constant('delta'),
    metric: word,
    modelA: word,
    modelB: word,
    descending: fc.boolean(),
  }),
) as fc.Arbitrary<Route['sort']>;
const bound = fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100);
const range = fc
  .record(
    { metric: word, model: word, modelB: word, min: bound, max: bound },
    { requiredKeys: ['metric', 'model'] },
  )
  .filter(({ min, max }) => min !== undefined || max !== undefined);
const filter = fc.record(
  {
    search: word,
    facets: fc.dictionary(fc.constantFrom(...FACET_IDS), fc.array(word, { minLength: 1 }), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    state: fc.constantFrom('answered', 'unanswered', 'problems'),
    ranges: fc.array(range, { minLength: 1 }),
    mode: fc.constantFrom(...INSTANCE_MODES),
    modeMetric: word,
    expression: word,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Route['filter']>;

test('an address leads back to its route, whatever the names hold', () => {
  const browsing = fc.record({
    screen: fc.constant('instances' as const),
    filter,
    sort,
    models: fc.array(word),
    problems: fc.constant({}),
    view: fc.dictionary(fc.constantFrom('cols', 'diff', 'delta'), word, { noNullPrototype: true }),
  });

  fc.assert(
    fc.property(browsing, (route: Route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});

test('an instance address leads back to its key', () => {
  const key = fc
    .tuple(word, word, word)
    .map((parts) => parts.join('/'))
    .filter((k) => k !== '');

  fc.assert(
    fc.property(key, (id) => {
      const route: Route = { ...START, screen: 'instance', key: id };
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});

test('a problem filter leads back to itself', () => {
  const problems = fc.record(
    {
      code: fc.constantFrom(...PROBLEM_CODES),
      quirk: fc.integer({ min: 1, max: 22 }),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    },
    { requiredKeys: [] },
  );

  fc.assert(
    fc.property(problems, (chosen) => {
      const route: Route = { ...START, screen: 'problems', problems: chosen };
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
  expect(SCREENS).toContain('problems');
});
