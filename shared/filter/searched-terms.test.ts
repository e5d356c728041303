import { expect, test } from 'vitest';
import { parseFilter } from './parse.ts';
import { searchedTerms } from './searched-terms.ts';

function searched(search: string, expression: string): string[] {
  const parsed = parseFilter(expression);
  if (parsed.status !== 'parsed') throw new Error(`cannot read ${expression}`);
  return searchedTerms(search, parsed.filter).map(({ words }) => words.join(' '));
}

test('a search and the searches of an expression are looked for together', () => {
  expect(searched('red "tidal power"', 'search "blue" and output has audio')).toEqual([
    'red',
    'tidal power',
    'blue',
  ]);
});

test('what must not be there is not looked for', () => {
  expect(searched('red -green', 'not search "blue"')).toEqual(['red']);
});
