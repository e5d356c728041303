import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLayout, nextDiff, parseLayout } from './layout-params.ts';

test('a plain layout has no parameters', () => {
  const plain = {
    hidden: [],
    raw: [],
    isScrollLinked: false,
    isPanelShown: true,
    isAligned: false,
    areViewsLinked: true,
    diff: 'off' as const,
  };

  expect(formatLayout(plain)).toEqual({});
  expect(parseLayout({})).toEqual(plain);
});

test('every layout survives the address, whatever the models are called', () => {
  const id = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('~', '|', 'a b', 'model:A~B'),
  );
  const layout = fc.record({
    hidden: fc.array(id),
    raw: fc.array(id),
    isScrollLinked: fc.boolean(),
    isPanelShown: fc.boolean(),
    isAligned: fc.boolean(),
    areViewsLinked: fc.boolean(),
    diff: fc.constantFrom('off' as const, 'reference' as const, 'other' as const),
  });
  fc.assert(
    fc.property(layout, (value) => {
      expect(parseLayout(formatLayout(value, { other: 'x' }))).toEqual(value);
      expect(formatLayout(value, { other: 'x' })['other']).toBe('x');
    }),
  );
});

test('a broken escape in an address is left out', () => {
  expect(parseLayout({ hide: '%E0%A4%A|task' }).hidden).toEqual(['task']);
});

test('the difference goes round, past what is not there', () => {
  expect(nextDiff('off', true)).toBe('reference');
  expect(nextDiff('reference', true)).toBe('other');
  expect(nextDiff('other', true)).toBe('off');
  expect(nextDiff('reference', false)).toBe('off');
});
