import { expect, test } from 'vitest';
import { chooseModels, toggleModel } from './chosen-models.ts';
import { setFacet, setSearch, setState, toggleFacetValue } from './filter-edit.ts';

test('a value toggled twice leaves no trace', () => {
  const once = toggleFacetValue({ search: 'x' }, 'field', 'social_science');

  expect(once).toEqual({ search: 'x', facets: { field: ['social_science'] } });
  expect(toggleFacetValue(once, 'field', 'social_science')).toEqual({ search: 'x' });
});

test('a second value of a facet stands beside the first, other facets stay', () => {
  const filter = { facets: { field: ['a'], difficulty: ['1'] } };

  expect(toggleFacetValue(filter, 'field', 'b').facets).toEqual({
    field: ['a', 'b'],
    difficulty: ['1'],
  });
  expect(setFacet(filter, 'field', []).facets).toEqual({ difficulty: ['1'] });
});

test('an empty search or state is no condition', () => {
  expect(setSearch({ search: 'x' }, '  ')).toEqual({});
  expect(setSearch({}, 'weak acid')).toEqual({ search: 'weak acid' });
  expect(setState({ state: 'problems' }, undefined)).toEqual({});
});

const model = (name: string) => ({
  name,
  responses: 1,
  unmatched: 0,
  metrics: [],
  hasExampleScores: false,
});
const all = ['one', 'two', 'three', 'four', 'five'].map(model);

test('without a choice the first two models are compared', () => {
  expect(chooseModels(all, []).map((m) => [m.name, m.tone])).toEqual([
    ['one', 'a'],
    ['two', 'b'],
  ]);
});

test('the order asked for decides the tone; unknown and doubled names are left out', () => {
  expect(
    chooseModels(all, ['three', 'nobody', 'one', 'three']).map((m) => m.name + m.tone),
  ).toEqual(['threea', 'oneb']);
});

test('a fifth model pushes the first one out', () => {
  expect(toggleModel(['one', 'two', 'three', 'four'], 'five')).toEqual([
    'two',
    'three',
    'four',
    'five',
  ]);
  expect(toggleModel(['one', 'two'], 'one')).toEqual(['two']);
});
