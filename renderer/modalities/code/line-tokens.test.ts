import { common, createLowlight } from 'lowlight';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLine, plainLines, splitLines } from './line-tokens.ts';

const lowlight = createLowlight(common);

test('a comment over two lines is a comment in both', () => {
  const lines = splitLines(lowlight.highlight('c', '/* one\ntwo */ int x;'));

  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual([{ text: '/* one', className: 'hljs-comment' }]);
  expect(lines[1]?.[0]).toEqual({ text: 'two */', className: 'hljs-comment' });
});

test('no character is lost or added, whatever the code', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', '\n', '/', '*', '<', '{', ' ', '\\') }),
      (code) => {
        const lines = splitLines(lowlight.highlight('javascript', code));
        return (
          lines.map((line) => line.map((token) => token.text).join('')).join('\n') ===
          code.replace(/\n$/, '')
        );
      },
    ),
  );
});

test('lines end at CR LF, LF and CR alike', () => {
  expect(plainLines('a\r\nb\rc\n')).toEqual([
    [{ text: 'a', className: undefined }],
    [{ text: 'b', className: undefined }],
    [{ text: 'c', className: undefined }],
  ]);
  expect(plainLines('')).toEqual([[]]);
});

test('a line that is too long is cut inside a token and says how much is hidden', () => {
  const line = [
    { text: 'abc', className: 'x' },
    { text: 'defg', className: undefined },
    { text: 'hi', className: undefined },
  ];

  expect(cutLine(line, 5)).toEqual({
    tokens: [
      { text: 'abc', className: 'x' },
      { text: 'de', className: undefined },
    ],
    hidden: 4,
  });
  expect(cutLine(line, 100)).toEqual({ tokens: line, hidden: 0 });
});
