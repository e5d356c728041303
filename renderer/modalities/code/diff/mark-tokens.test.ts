import { expect, test } from 'vitest';
import { markTokens } from './mark-tokens.ts';

test('tokens are cut where a mark begins and ends, and keep their colours', () => {
  const line = [
    { text: 'const', className: 'hljs-keyword' },
    { text: ' name = 1;', className: undefined },
  ];

  const pieces = markTokens(line, [
    { start: 3, end: 8 },
    { start: 13, end: 14 },
  ]);

  expect(pieces.map(({ token, isMarked }) => (isMarked ? `[${token.text}]` : token.text))).toEqual([
    'con',
    '[st]',
    '[ na]',
    'me = ',
    '[1]',
    ';',
  ]);
  expect(pieces[1]?.token.className).toBe('hljs-keyword');
});

test('without marks the line stays as it is', () => {
  const line = [{ text: 'a', className: undefined }];

  expect(markTokens(line, [])).toEqual([{ token: line[0], isMarked: false }]);
});
