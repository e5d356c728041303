import { expect, test } from 'vitest';
import { compareKeys } from './natural-order.ts';

const parts = (key: string) => {
  const [field = '', subdomain = '', recordId = '', ordinal = '1'] = key.split('/');
  return { field, subdomain, recordId, ordinal: Number(ordinal) };
};

test('fields stand in the paper’s order, ids by number, ordinals last', () => {
  const ordered = [
    'natural_science/chemistry/2',
    'natural_science/chemistry/10',
    'natural_science/chemistry/10/2',
    'natural_science/chemistry/a9',
    'natural_science/math/1',
    'social_science/art/1',
    'general_area/art/1',
    'another_field/art/1',
  ];

  const sorted = ordered.toReversed().sort((a, b) => compareKeys(parts(a), parts(b)));

  expect(sorted).toEqual(ordered);
});

test('padded and plain ids are the same number', () => {
  expect(compareKeys(parts('f/s/0301'), parts('f/s/302'))).toBeLessThan(0);
});
