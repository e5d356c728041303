import { expect, test } from 'vitest';
import { sliceTerms } from './slice-words.ts';

test('a slice is told in the words of the facets', () => {
  expect(
    sliceTerms([
      { dimension: 'field', value: 'natural_science' },
      { dimension: 'difficulty', value: '3' },
      { dimension: 'outputModality', value: 'threeD' },
      { dimension: 'length', value: '120–340' },
    ]),
  ).toEqual([
    'Field: Natural science',
    'Difficulty: Hard',
    'Output has: 3D',
    'Task length: 120–340 characters',
  ]);
});
