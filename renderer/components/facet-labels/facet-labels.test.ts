import { expect, test } from 'vitest';
import { facetValueLabel } from './facet-labels.ts';

test('values are shown as people write them', () => {
  expect(facetValueLabel('field', 'natural_science')).toBe('Natural science');
  expect(facetValueLabel('field', 'other_field')).toBe('Other field');
  expect(facetValueLabel('subdomain', 'computer_science')).toBe('Computer science');
  expect(facetValueLabel('difficulty', '3')).toBe('Hard');
  expect(facetValueLabel('inputModality', 'threeD')).toBe('3D');
  expect(facetValueLabel('combination', 'image+threeD → audio')).toBe('image + 3D → audio');
});

test('what the record does not say has a name', () => {
  expect(facetValueLabel('difficulty', 'unknown')).toBe('Not stated');
});
