import { expect, test } from 'vitest';
import { diffLines, foldSame } from './line-diff.ts';

const told = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', out: '-', in: '+' }[kind]}${text}`,
  );

test('equal texts have no change', () => {
  expect(told('a\nb', 'a\nb')).toEqual([' a', ' b']);
});

test('a changed line is taken out before the new one is put in', () => {
  expect(told('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c']);
});

test('what stays between two changes is told as staying', () => {
  expect(told('a\nb\nc\nd', 'b\nx\nd\ne')).toEqual(['-a', ' b', '-c', '+x', ' d', '+e']);
});

test('lines at the end of one text only', () => {
  expect(told('a', 'a\na')).toEqual([' a', '+a']);
  expect(told('a\na\na', 'a')).toEqual([' a', '-a', '-a']);
});

test('a text that is not there yet has no line that could be taken out', () => {
  expect(told('', 'a\n\nb')).toEqual(['+a', '+', '+b']);
  expect(told('a', '')).toEqual(['-a']);
});

test('both sides can be put together again from their lines', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\nsix';
  const after = 'zero\none\nthree\nfive\nfour\nsix\nseven';

  const lines = diffLines(before, after);

  const side = (left: string) =>
    lines.flatMap(({ kind, text }) => (kind === 'same' || kind === left ? [text] : [])).join('\n');
  expect(side('out')).toBe(before);
  expect(side('in')).toBe(after);
});

test('stretches that stay are folded, but for the lines around a change', () => {
  const lines = diffLines('1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n5\nsix');

  expect(foldSame(lines, 1)).toEqual([
    { kind: 'gap', count: 4 },
    { kind: 'same', text: '5' },
    { kind: 'out', text: '6' },
    { kind: 'in', text: 'six' },
  ]);
});
