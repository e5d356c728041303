import { expect, test } from 'vitest';
import { findTerms, readSearchTerms } from './search-terms.ts';

const found = (text: string, query: string) =>
  findTerms(text, readSearchTerms(query)).map(([start, end]) => text.slice(start, end));

test('words are found in any case and with any accents, the last one as a beginning', () => {
  expect(found('A Café, two cafés; decaf.', 'cafe')).toEqual(['Café', 'cafés']);
  expect(found('A Café, two cafés; decaf.', 'cafe ')).toEqual(['Café']);
  expect(found('NAÏVE and naive', 'naïve ')).toEqual(['NAÏVE', 'naive']);
});

test('words of a phrase stand next to each other', () => {
  expect(found('tidal power, power tidal, tidal-power', '"tidal power"')).toEqual([
    'tidal power',
    'tidal-power',
  ]);
});

test('Chinese and Japanese characters are words each', () => {
  expect(found('关于化学反应的问题', '化学')).toEqual(['化学']);
  expect(found('化反学', '化学')).toEqual([]);
  expect(found('はば', 'は ')).toEqual(['は']);
});

test('what must not be there is no place, and a term may be about one part only', () => {
  expect(found('red and blue', 'red -blue ')).toEqual(['red']);
  const terms = readSearchTerms('task:red blue ');
  expect(findTerms('red blue', terms, 'responses')).toEqual([[4, 8]]);
  expect(findTerms('red blue', terms, 'task')).toEqual([
    [0, 3],
    [4, 8],
  ]);
});

test('places that lie over each other are one', () => {
  expect(found('one two three', '"one two" "two three"')).toEqual(['one two three']);
  expect(found('', 'x')).toEqual([]);
  expect(found('anything', '"!" ')).toEqual([]);
});
