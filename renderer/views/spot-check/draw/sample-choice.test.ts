import { expect, test } from 'vitest';
import { START_CHOICE, toDraft, wrongNumber } from './sample-choice.ts';

const models = ['Alpha', 'Beta'];

test('what is typed and ticked becomes a draft, percent a share, in the order of the scales', () => {
  const choice = { ...START_CHOICE, size: ' 40 ', overlap: '25', leftOut: ['Beta'] };

  expect(toDraft({ ...choice, metrics: ['GQ', 'SC'] }, models, { search: 'x' })).toMatchObject({
    size: 40,
    overlapShare: 0.25,
    models: ['Alpha'],
    metrics: ['SC', 'GQ'],
    filter: { search: 'x' },
  });
  expect(toDraft({ ...choice, isFiltered: false }, models, { search: 'x' })?.filter).toEqual({});
});

test.each([
  ['size', ''],
  ['size', '0'],
  ['size', '1e3'],
  ['bins', '2.5'],
  ['raters', 'two'],
  ['overlap', '101'],
] as const)('what is no such number is said to be none: %s "%s"', (name, typed) => {
  const choice = { ...START_CHOICE, [name]: typed };

  expect(wrongNumber(choice, name)).toContain('A whole number from');
  expect(toDraft(choice, models, {})).toBeUndefined();
});

test('without a name, a scale or a model there is nothing to draw', () => {
  expect(toDraft({ ...START_CHOICE, name: ' ' }, models, {})).toBeUndefined();
  expect(toDraft({ ...START_CHOICE, metrics: [] }, models, {})).toBeUndefined();
  expect(toDraft({ ...START_CHOICE, leftOut: models }, models, {})).toBeUndefined();
});
