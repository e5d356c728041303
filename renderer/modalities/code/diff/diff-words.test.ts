import { expect, test } from 'vitest';
import { diffWords } from './diff-words.ts';

const marked = (left: string, right: string) => {
  const words = diffWords(left, right);
  if (words === undefined) return undefined;
  const cut = (text: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  return { left: cut(left, words.left), right: cut(right, words.right) };
};

test('a changed name is one word, not its letters', () => {
  expect(marked('return firstValue + 1;', 'return secondValue + 1;')).toEqual({
    left: ['firstValue'],
    right: ['secondValue'],
  });
});

test('words beside each other are one stretch', () => {
  expect(marked('we saw a red fox there', 'we saw a big dog there')).toEqual({
    left: ['red fox'],
    right: ['big dog'],
  });
});

test('scripts without spaces differ by characters, right-to-left ones by words', () => {
  expect(marked('酸性溶液变红了', '酸性溶液变蓝了')).toEqual({ left: ['红'], right: ['蓝'] });
  expect(marked('שלום עולם גדול', 'שלום עולם קטן')).toEqual({ left: ['גדול'], right: ['קטן'] });
});

test('lines with nothing in common, and very long ones, are marked as a whole', () => {
  expect(marked('alpha beta', 'gamma delta')).toBeUndefined();
  expect(marked('a '.repeat(4_000), 'a '.repeat(4_001))).toBeUndefined();
});
