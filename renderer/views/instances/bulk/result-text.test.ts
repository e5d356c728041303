import { expect, test } from 'vitest';
import { resultText } from './result-text.ts';

const done = { kind: 'flag', isRemoved: false, changed: 3, total: 3, isUndone: false } as const;

test('what was done is told with its number, and how many had it already', () => {
  expect(resultText(done, undefined)).toBe('3 instances given the flag.');
  expect(resultText({ ...done, total: 1203 }, undefined)).toBe(
    '3 instances given the flag. 1,200 others had it already.',
  );
  expect(resultText({ ...done, kind: 'tag', changed: 1, total: 1 }, 'Illegible')).toBe(
    '1 instance given the tag “Illegible”.',
  );
});

test('taking away and taking back say so', () => {
  expect(resultText({ ...done, isRemoved: true, total: 4 }, undefined)).toBe(
    'The flag was taken away from 3 instances. 1 other had it not.',
  );
  expect(resultText({ ...done, isUndone: true }, undefined)).toBe(
    'Taken back: the flag of 3 instances.',
  );
});
