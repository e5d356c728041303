import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLayout, parseLayout, toggled } from './layout-params.ts';

test('a plain layout has no parameters', () => {
  const plain = { hidden: [], raw: [], isScrollLinked: false, isPanelShown: true };

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

test('toggling twice changes nothing', () => {
  expect(toggled(toggled(['task'], 'reference'), 'reference')).toEqual(['task']);
});
