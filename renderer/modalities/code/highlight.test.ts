import { expect, test } from 'vitest';
import { highlightCode } from './highlight.ts';

const words = (lines: ReturnType<typeof highlightCode>['lines']) =>
  lines.flat().filter((token) => token.className !== undefined).length;

test('a given language wins over the extension, the extension over a guess', () => {
  expect(highlightCode('x = 1', ['C++', 'py'])).toMatchObject({ language: 'C++', isGuess: false });
  expect(highlightCode('x = 1', [undefined, 'py'])).toMatchObject({ language: 'Python' });
  expect(highlightCode('x = 1', ['no such language', 'rs'])).toMatchObject({ language: 'Rust' });
});

test('Python is guessed when nothing says so, prose is not', () => {
  const code =
    'import os\n\ndef main(self):\n    for name in os.listdir("."):\n        print(name)\n';

  expect(highlightCode(code, [])).toMatchObject({ language: 'Python', isGuess: true });
  expect(highlightCode('The buffer region is wide.', [])).toMatchObject({ language: undefined });
});

test('generics and other angle brackets stay text', () => {
  const { lines } = highlightCode('vector<vector<int>> a; // <b>', ['cpp']);

  expect(
    lines
      .flat()
      .map((token) => token.text)
      .join(''),
  ).toBe('vector<vector<int>> a; // <b>');
});

test('a very long line, a megabyte in one line, and a large file are not coloured and say so', () => {
  const line = `x="${'a'.repeat(100_000)}"`;
  const large = 'const a = 1;\n'.repeat(20_000);

  const one = highlightCode(line, ['python']);
  const many = highlightCode(large, ['js']);

  expect(one.limit).toContain('5,000 characters');
  expect(words(one.lines)).toBe(0);
  expect(highlightCode(line.repeat(10), ['python']).limit).toContain('200,000');
  expect(many.limit).toContain('200,000');
  expect(many.lines).toHaveLength(20_000);
});
