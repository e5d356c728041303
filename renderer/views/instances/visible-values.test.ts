import { expect, test } from 'vitest';
import { visibleValues } from './visible-values.ts';

const values = ['math', 'chemistry', 'biology', 'art'].map((value, index) => ({
  value,
  count: 10 - index,
}));
const label = (value: string) => value.toUpperCase();

test('a long facet shows its first values and every chosen one', () => {
  const shown = visibleValues(values, ['art'], { text: '', label, limit: 2 });

  expect(shown.map((v) => v.value)).toEqual(['math', 'chemistry', 'art']);
});

test('what is typed is looked for in the label, in any case', () => {
  const shown = visibleValues(values, [], { text: ' Bio', label, limit: 10 });

  expect(shown.map((v) => v.value)).toEqual(['biology']);
});

test('a chosen value that the data no longer has is listed with no instances', () => {
  const shown = visibleValues(values, ['law'], { text: '', label, limit: 10 });

  expect(shown.at(-1)).toEqual({ value: 'law', count: 0 });
});
