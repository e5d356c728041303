import { expect, test } from 'vitest';
import { wordsOf } from '../../../shared/interleave/align/words.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { findAlikePictures } from './alike-pictures.ts';
import { findAlikeTexts } from './alike-texts.ts';

test('records that say nearly the same are found, others that share half of their words are not', () => {
  const random = createRandom(7);
  const words = Array.from({ length: 400 }, () => text(random, 60));
  const copy = words[17] ?? '';
  const nearly = copy.replace(/\S+$/, 'changed'); // one of 60 words
  const half = [...copy.split(' ').slice(0, 30), ...text(random, 30).split(' ')].join(' ');

  const pairs = findAlikeTexts([...words, copy, nearly, half].map(wordsOf));

  expect(pairs.map(({ a, b }) => [a, b])).toEqual([
    [17, 400],
    [17, 401],
    [400, 401],
  ]);
  expect(pairs[0]?.likeness).toBe(1);
});

test('a text of a few words is alike to nothing', () => {
  expect(findAlikeTexts(['Draw it please.', 'Draw it please.'].map(wordsOf))).toEqual([]);
});

test('hashes that differ in six bits are alike, in seven they are not', () => {
  const six = ['0000000000000000', '8040201008040000'];
  const seven = ['0000000000000000', '8040201008040200'];

  expect(findAlikePictures(six)).toEqual([[0, 1]]);
  expect(findAlikePictures(seven)).toEqual([]);
  expect(findAlikePictures(['ffffffffffffffff', 'fffffffffffffffe', '0123456789abcdef'])).toEqual([
    [0, 1],
  ]);
});

function text(random: () => number, count: number): string {
  return Array.from({ length: count }, () => `w${Math.floor(random() * 1e6)}`).join(' ');
}
