import { expect, test } from 'vitest';
import { formatRange, parseRange } from './route-ranges.ts';

test('a range of a score comes back as it was', () => {
  const range = { metric: 'StS', model: 'Aria-7B', min: 0.2, max: 0.6 };

  expect(formatRange(range)).toBe('StS:Aria-7B:0.2..0.6');
  expect(parseRange('StS:Aria-7B:0.2..0.6')).toEqual(range);
});

test('a difference names both models, and one bound may be missing', () => {
  const range = { metric: 'SC', model: 'A', modelB: 'B', max: -0.25 };

  expect(formatRange(range)).toBe('SC:A:B:..-0.25');
  expect(parseRange('SC:A:B:..-0.25')).toEqual(range);
});

test('a colon in a name separates nothing', () => {
  const range = { metric: 'GQ', model: 'org:model%', min: 0 };

  expect(parseRange(formatRange(range))).toEqual(range);
});

test('what is no range is left out', () => {
  for (const text of ['', 'StS', 'StS:A', 'StS:A:..', 'StS:A:x..y', ':A:0..1', 'StS::0..1'])
    expect(parseRange(text), text).toBeUndefined();
  expect(parseRange('a:b:c:d:0..1')).toBeUndefined();
  expect(parseRange('StS:A:7..')).toBeUndefined();
});
