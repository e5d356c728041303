import { expect, test } from 'vitest';
import { normaliseMath } from './math-source.ts';

test.each([
  ['It costs $5 and $10 today.', 'It costs \\$5 and \\$10 today.'],
  ['From $5 to $ 7', 'From \\$5 to \\$ 7'],
  ['with $x^2$ and $\\alpha$.', 'with $x^2$ and $\\alpha$.'],
  ['$x$5 is no maths, $y$ is', '\\$x\\$5 is no maths, $y$ is'],
  ['inline \\(a+b\\) here', 'inline $a+b$ here'],
  ['\\[ \\int x \\]', '\n$$\n\\int x\n$$\n'],
  ['as shown \\[1, 2\\]', 'as shown \\[1, 2\\]'],
  ['$$\na = b\n$$', '$$\na = b\n$$'],
  ['so\n\n$$x^2$$\n\nand', 'so\n\n$$\nx^2\n$$\n\nand'],
  ['code `$HOME` and `a$b`', 'code `$HOME` and `a$b`'],
  ['```sh\necho $A $B\n```\nthen $5', '```sh\necho $A $B\n```\nthen \\$5'],
  ['already \\$5', 'already \\$5'],
  ['a lone $', 'a lone \\$'],
  ['no sign at all', 'no sign at all'],
])('%j becomes %j', (source, expected) => {
  expect(normaliseMath(source)).toBe(expected);
});
