import { expect, test } from 'vitest';
import { hitParts } from './hit-parts.ts';

const textOf = (parts: ReturnType<typeof hitParts>) =>
  parts.map(({ kind, text }) => (kind === 'mark' ? `[${text}]` : text)).join('');

test('hits are marked in their words', () => {
  const parts = hitParts({
    text: 'A weak acid, an acid',
    marks: [
      [7, 11],
      [16, 20],
    ],
  });

  expect(textOf(parts)).toBe('A weak [acid], an [acid]');
});

test('a hit far behind is drawn to the front, from the beginning of a word', () => {
  const text = `${'long words before '.repeat(6)}the acid here`;
  const at = text.indexOf('acid');

  expect(textOf(hitParts({ text, marks: [[at, at + 4]] }))).toBe('…before the [acid] here');
});

test('tags are short and never torn apart, white space is one space', () => {
  const text = 'x <image1>\n\nacid';

  expect(textOf(hitParts({ text, marks: [[12, 16]] }))).toBe('x I1 [acid]');
});

test('without a mark the text stands as it is', () => {
  expect(hitParts({ text: 'nothing', marks: [] })).toEqual([{ kind: 'text', text: 'nothing' }]);
});
