import { expect, test } from 'vitest';
import { parseFilter } from './filter-expression.ts';

test('an empty expression means all', () => {
  expect(parseFilter('  ')).toEqual({});
});

test.each([
  ['field = "natural_science"', { facets: { field: ['natural_science'] } }],
  [
    'difficulty = 2, 3 AND output has audio',
    { facets: { difficulty: ['2', '3'], outputModality: ['audio'] } },
  ],
  ['input has image and input has 3D', { facets: { inputModality: ['image', 'threeD'] } }],
  ['outputModality = video', { facets: { outputModality: ['video'] } }],
  ['combination = "T & I → A"', { facets: { combination: ['T & I → A'] } }],
  ['search "cats and dogs" and state = problems', { search: 'cats and dogs', state: 'problems' }],
  ['capability="say \\"no\\""', { facets: { capability: ['say "no"'] } }],
])('%s', (expression, filter) => {
  expect(parseFilter(expression)).toEqual(filter);
});

test.each([
  'colour = red',
  'field',
  'field =',
  'field = a and',
  'output has smell',
  'state = happy',
  'field = "open',
  'delta("SQCS", "A", "B") < -0.2',
])('what cannot be read is named: %s', (expression) => {
  expect(() => parseFilter(expression)).toThrow(
    expect.objectContaining({
      code: 'bad-query',
      message: expect.stringContaining('Cannot read') as string,
    }) as Error,
  );
});
