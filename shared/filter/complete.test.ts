import { expect, test } from 'vitest';
import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import { completeFilter } from './complete.ts';
import { parseFilter } from './parse.ts';

const VOCABULARY: FilterVocabulary = {
  values: { field: ['natural_science', 'social_science'], combination: ['image → text'] },
  tags: [{ id: 'off-task', label: 'Off task' }],
  models: ['Alpha', 'Beta 2'],
  metrics: [
    { id: 'StS', title: 'Strict structure', models: ['Alpha', 'Beta 2'] },
    { id: 'GQ', title: 'Quality', models: [] },
  ],
};

/** The caret stands at the bar. @returns what the text would become with each option */
function completed(typed: string): string[] {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const { from, to, options } = completeFilter(text, caret, VOCABULARY);
  return options.map(({ insert }) => text.slice(0, from) + insert + text.slice(to));
}

test('an empty filter may begin with a metric that has figures, or any clause', () => {
  const options = completed('|');

  expect(options[0]).toBe('StS');
  expect(options).toEqual(
    expect.arrayContaining(['field', 'input', 'search', 'delta', 'not', '(']),
  );
  expect(options).not.toContain('GQ');
});

test.each([
  ['fi|', ['field', 'difficulty']],
  ['field |', ['field =', 'field !=', 'field in']],
  ['field = |', ['field = "natural_science"', 'field = "social_science"']],
  ['field = "soc|', ['field = "social_science"']],
  ['field = "soc|ial_thing" and rated', ['field = "social_science" and rated']],
  [
    'field = "natural_science" |',
    [',', 'and', 'or'].map((word) => `field = "natural_science" ${word}`),
  ],
  ['combination = im|', ['combination = "image → text"']],
  ['tag has |', ['tag has "off-task"']],
  ['flagged or StS("B|', ['flagged or StS("Beta 2"', 'flagged or StS("B"']],
  ['delta(|', ['delta("StS"']],
  ['delta("StS", |', ['"Alpha"', '"Beta 2"', '"A"', '"B"'].map((name) => `delta("StS", ${name}`)],
  ['items("Alpha", vi|', ['items("Alpha", video']],
  [
    'mode = judge|',
    ['judgeHighQualityLow', 'judgeQualityFlip', 'missingMediaJudged'].map(
      (mode) => `mode = ${mode}`,
    ),
  ],
  ['StS("A") |', ['(', '<', '>', '=', 'is'].slice(1).map((sign) => `StS("A") ${sign}`)],
  ['colour = |', []],
  ['search |', []],
])('%s', (typed, options) => {
  expect(completed(typed)).toEqual(options);
});

test('what is completed to the end is understood', () => {
  for (const typed of [
    'field = "nat|',
    'output has 3|',
    'state = ans|',
    'StS is uns|',
    'mark has mis|',
  ]) {
    const [first = ''] = completed(typed);
    expect(parseFilter(first, VOCABULARY).status, first).toBe('parsed');
  }
});
