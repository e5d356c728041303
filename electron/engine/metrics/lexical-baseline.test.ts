import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexicalBaseline } from './lexical-baseline.ts';
import { longestCommonSubsequence } from './longest-common-subsequence.ts';
import { tokenise } from './tokenise.ts';

test('shared words are counted in F1, and in order in ROUGE-L', () => {
  const outcome = lexicalBaseline.score({
    reference: 'the black cat sat',
    response: 'sat the cat down here',
  });

  // in common: the, cat, sat = 3 of 4 and of 5 → F1 = 2·3/(4 + 5); in order: the cat = 2 → 2·2/9
  expect(outcome).toEqual({
    status: 'scored',
    value: 6 / 9,
    evidence: {
      tokenF1: { precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 },
      rougeL: { precision: 2 / 5, recall: 2 / 4, f1: 4 / 9 },
      referenceTokens: 4,
      responseTokens: 5,
    },
  });
});

test('the same text is 1, other words are 0, and so is an empty response', () => {
  const score = (reference: string, response: string) => {
    const outcome = lexicalBaseline.score({ reference, response });
    return outcome.status === 'scored' ? outcome.value : outcome.code;
  };

  expect(score('A cat, <image1: black>!', 'a cat <image2: BLACK>')).toBe(1);
  expect(score('cat', 'dog')).toBe(0);
  expect(score('cat', '')).toBe(0);
  expect(score(' … ', 'dog')).toBe('no-reference');
});

test('a word that stands twice counts twice only where both have it twice', () => {
  const outcome = lexicalBaseline.score({ reference: 'no no yes', response: 'no no no' });

  expect(outcome).toMatchObject({ value: (2 * 2) / 6 });
});

test('words are letters and digits of any script; CJK characters stand alone', () => {
  expect(tokenise('Größe: 12.5 µm, x2 — <audio1: 猫が走る> <audio1> naïve')).toEqual([
    'größe',
    '12.5',
    'μm',
    'x2',
    '猫',
    'が',
    '走',
    'る',
    'naïve',
  ]);
});

test('the subsequence found 32 tokens at a time is as long as the one found cell by cell', () => {
  const tokens = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 150 });
  fc.assert(
    fc.property(tokens, tokens, (a, b) => {
      expect(longestCommonSubsequence(a, b)).toBe(cellByCell(a, b));
    }),
  );
});

test('who is compared with whom does not matter', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', '.'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [reference, response] = [`x ${a.join(' ')}`, `x ${b.join(' ')}`];
      const forth = lexicalBaseline.score({ reference, response });
      const back = lexicalBaseline.score({ reference: response, response: reference });

      expect(forth.status === 'scored' && forth.value).toBe(back.status === 'scored' && back.value);
    }),
  );
});

function cellByCell(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const row = [0];
    b.forEach((other, j) => {
      const isSame = token === other;
      row.push(isSame ? (above[j] ?? 0) + 1 : Math.max(row[j] ?? 0, above[j + 1] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}
