import { expect, test } from 'vitest';
import { findIn, foldText } from './find-text.ts';

const found = (text: string, query: string) =>
  findIn(foldText(text), foldText(query).folded.trim()).map(({ start, end }) =>
    text.slice(start, end),
  );

test('case, accents and ligatures make no difference, and what is found is the text as it is', () => {
  expect(found('Café, CAFE and cafeteria', 'cafe')).toEqual(['Café', 'CAFE', 'cafe']);
  expect(found('the eﬃcient ﬁlter', 'efficient fi')).toEqual(['eﬃcient ﬁ']);
});

test('words are found over a line break', () => {
  expect(found('boundary \nlayer', 'boundary layer')).toEqual(['boundary \nlayer']);
});

test('any script is found, and nothing where nothing is asked', () => {
  expect(found('酸性溶液变红', '溶液')).toEqual(['溶液']);
  expect(found('anything', '')).toEqual([]);
});
