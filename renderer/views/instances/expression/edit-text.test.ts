import { expect, test } from 'vitest';
import { acceptCompletion, acceptSuggestion, partsAround } from './edit-text.ts';

const completions = { from: 0, to: 3, options: [] };

test('a completion takes the place of what was begun, and one types on behind it', () => {
  const option = { label: 'field', insert: 'field', kind: 'name' } as const;

  expect(acceptCompletion('fie', completions, option)).toEqual({ text: 'field ', caret: 6 });
  expect(acceptCompletion('fie = "x"', completions, option)).toEqual({
    text: 'field = "x"',
    caret: 5,
  });
});

test('behind a metric stands the parenthesis of its model', () => {
  const option = { label: 'StS', insert: 'StS', kind: 'metric' } as const;

  expect(acceptCompletion('StS', completions, option)).toEqual({ text: 'StS', caret: 3 });
});

test('a suggestion replaces exactly what was wrong', () => {
  const problem = { position: 0, length: 5, message: '', suggestion: 'field' };

  expect(acceptSuggestion('feild = "x"', problem, 'field')).toEqual({
    text: 'field = "x"',
    caret: 5,
  });
});

test('what is wrong is parted from the rest, also at the end of the text', () => {
  expect(partsAround('feild = 1', { position: 0, length: 5 })).toEqual(['', 'feild', ' = 1']);
  expect(partsAround('field =', { position: 7, length: 1 })).toEqual(['field =', '\u00a0', '']);
});
