import { expect, test } from 'vitest';
import { parseFilterOption, pointAt } from './filter-option.ts';

test('an expression is handed on as it is written; an empty one means all', () => {
  const text = 'field = "natural_science" and delta("SQCS", "A", "B") < -0.2 and output has audio';

  expect(parseFilterOption(text)).toEqual({ expression: text });
  expect(parseFilterOption('  ')).toEqual({});
});

test.each([
  ['colour = red', '~~~~~~', '"colour" is nothing to filter by'],
  ['flagged and field =', '                   ~', 'A value of field belongs here'],
  ['flagged und rated', '        ~~~', 'Clauses are joined by "and" or "or"'],
])('what is no filter is pointed at: %s', (text, mark, says) => {
  expect(() => parseFilterOption(text)).toThrow(`  ${text}\n  ${mark}\n`);
  expect(() => parseFilterOption(text)).toThrow(says);
});

test('a mark stands below its place, whatever is before it', () => {
  expect(pointAt('a\tb c', 4, 1)).toBe('  a b c\n      ~');
  expect(pointAt('x', 1, 0)).toBe('  x\n   ~');
});
