import { expect, test } from 'vitest';
import { readableLines } from './readable-lines.ts';

test('a written line break begins a line, one that is itself escaped does not', () => {
  expect(readableLines('"a\\nb\\\\nc"')).toBe('"a\\n\nb\\\\nc"');
});

test('only what is long is cut behind its sentences', () => {
  const long = `${'word '.repeat(30)}end. Next one? Last.`;

  expect(readableLines('Short. Two.')).toBe('Short. Two.');
  expect(readableLines(long).split('\n')).toHaveLength(3);
});
