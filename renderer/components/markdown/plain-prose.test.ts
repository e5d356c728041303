import { expect, test } from 'vitest';
import { inlineMark } from './inline-marks.ts';
import { plainParagraphs, splitAtMarks } from './plain-prose.ts';

test('sentences without markup are split into paragraphs, soft breaks become blanks', () => {
  expect(plainParagraphs('One line\nand its end.\n\nSecond (really), 50 % – yes!\n')).toEqual([
    'One line and its end.',
    'Second (really), 50 % – yes!',
  ]);
});

test.each([
  '*emphasis*',
  'snake_case',
  '`code`',
  '# Heading',
  '- item',
  'text\n1. first',
  'text\n    code',
  'H<sub>2</sub>',
  'a | b',
  '[link](x)',
  'see https://example.org',
  'www.example.org',
  'me@example.org',
  '$x^2$',
  'AT&amp;T',
  'hard  \nbreak',
  'Title\n=====',
  'a\n---\nb',
])('what may be Markdown goes to the parser: %j', (text) => {
  expect(plainParagraphs(text)).toBeUndefined();
});

test('marks keep their place among the words', () => {
  const text = `See ${inlineMark(0)}, then ${inlineMark(12)}.`;

  expect(splitAtMarks(text)).toEqual(['See ', 0, ', then ', 12, '.']);
});
