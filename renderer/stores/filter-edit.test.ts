import { expect, test } from 'vitest';
import { chooseModels, toggleModel } from './chosen-models.ts';
import {
  rangeOf,
  setExpression,
  setFacet,
  setMode,
  setModeMetric,
  setRange,
  setSearch,
  setState,
  toggleFacetValue,
  withExpression,
} from './filter-edit.ts';

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

test('a range takes the place of that of the same figure, and an open one is none', () => {
  const figure = { metric: 'StS', model: 'A' };
  const delta = { metric: 'StS', model: 'A', modelB: 'B', min: 0.1 };
  const filter = setRange(setRange({}, { ...figure, max: 0.5 }), delta);

  const moved = setRange(filter, { ...figure, min: 0.2, max: 0.4 });

  expect(moved.ranges).toEqual([delta, { ...figure, min: 0.2, max: 0.4 }]);
  expect(rangeOf(moved, figure)).toEqual({ ...figure, min: 0.2, max: 0.4 });
  expect(setRange(setRange(moved, figure), { ...delta, min: undefined })).toEqual({});
});

test('leaving a set keeps what the models are compared by; an empty expression is none', () => {
  const filter = setModeMetric(setMode({}, 'aWorse'), 'SC');

  expect(filter).toEqual({ mode: 'aWorse', modeMetric: 'SC' });
  expect(setMode(filter, undefined)).toEqual({ modeMetric: 'SC' });
  expect(setModeMetric(filter, undefined)).toEqual({ mode: 'aWorse' });
  expect(setExpression({ expression: 'x' }, ' ')).toEqual({});
  expect(setExpression({}, ' flagged = yes ')).toEqual({ expression: 'flagged = yes' });
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

test('a condition joins those that were there, whatever these are joined by', () => {
  expect(withExpression({ expression: 'flagged or rated' }, 'items < 2').expression).toBe(
    '(flagged or rated) and items < 2',
  );
});
