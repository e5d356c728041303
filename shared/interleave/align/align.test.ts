import { expect, test } from 'vitest';
import { createRandom } from '../../stats/random.ts';
import { alignColumns, type AlignColumn } from './columns.ts';
import { pairSegments } from './pair.ts';
import type { AlignSegment } from './segments.ts';
import { wordOverlap, wordsOf } from './words.ts';

test('items pair by modality and order, text between them fills in', () => {
  const pairs = pairSegments(column('T I A'), column('T I T A'), { by: 'modality' });

  expect(pairs.map(({ a, b, reason }) => [a, b, reason])).toEqual([
    [0, 0, 'order'],
    [1, 1, 'order'],
    [2, 3, 'order'],
  ]);
});

test('different modalities never pair', () => {
  expect(pairSegments(column('I'), column('A'), { by: 'modality' })).toEqual([]);
  expect(pairSegments(column('T'), column('I'), { by: 'modality' })).toEqual([]);
});

test('an item that is missing leaves a gap, and the next ones pair by what they show', () => {
  const reference = [item(0, 0, 'a red bird'), item(1, 1, 'a blue house')];
  const response = [item(0, 0, 'the blue house at night')];

  const [pair] = pairSegments(reference, response, { by: 'modality' });

  expect(pair).toMatchObject({ a: 1, b: 0, reason: 'similarity', similarity: { by: 'caption' } });
});

test('without anything to compare, the first of two pairs', () => {
  const [pair, ...more] = pairSegments(column('I I'), column('I'), { by: 'modality' });

  expect(pair).toMatchObject({ a: 0, b: 0, reason: 'order' });
  expect(more).toEqual([]);
});

test('what changed places is linked, not put in one row', () => {
  const reference = [item(0, 0, 'a red bird sings'), item(1, 0, 'x', 'audio')];
  const response = [item(0, 0, 'x', 'audio'), item(1, 0, 'a red bird sings')];

  const pairs = pairSegments(reference, response, { by: 'modality' });

  expect(pairs.filter((pair) => pair.isCrossing)).toMatchObject([{ reason: 'moved' }]);
  expect(pairs).toHaveLength(2);
});

test('a hand-made pair wins over order, also where it crosses', () => {
  const a = column('I I I');

  const straight = pairSegments(a, column('I I I'), { by: 'modality', hand: [{ a: 0, b: 1 }] });
  const crossed = pairSegments(a, column('I I I'), {
    by: 'modality',
    hand: [
      { a: 0, b: 2 },
      { a: 2, b: 0 },
    ],
  });

  expect(straight.find((pair) => pair.a === 0)).toMatchObject({ b: 1, reason: 'hand' });
  expect(crossed.filter(({ reason }) => reason === 'hand').map(({ a, b }) => [a, b])).toEqual([
    [0, 2],
    [2, 0],
  ]);
});

test('a segment that was set apart by hand stays alone', () => {
  const pairs = pairSegments(column('I'), column('I'), {
    by: 'modality',
    hand: [{ a: undefined, b: 0 }],
  });

  expect(pairs).toEqual([]);
});

test('pictures pair by what they look like rather than by order', () => {
  const look = (rank: number, fingerprint: string): AlignSegment => ({
    ...item(rank, rank, ''),
    fingerprint,
  });
  const [bird, house] = ['ffff0000ffff0000', '00ff00ff00ff00ff'];

  const pairs = pairSegments([look(0, bird), look(1, house)], [look(0, house)], { by: 'modality' });

  expect(pairs).toMatchObject([{ a: 1, b: 0, similarity: { by: 'picture', value: 1 } }]);
});

test('the task pairs with the reference by tag only', () => {
  const pairs = pairSegments(column('T I1 T'), column('T A2 I1'), { by: 'tag' });

  expect(pairs).toMatchObject([{ a: 1, b: 2, reason: 'tag' }]);
});

test('what the reference lacks shares rows among the models', () => {
  const columns = [column('T I'), column('T A I'), column('T A I')].map(
    (segments): AlignColumn => ({ segments, by: 'modality' }),
  );

  const { rows } = alignColumns(columns, 0);

  expect(rows.map((row) => row.map((cell) => cell?.index))).toEqual([
    [0, 0, 0],
    [undefined, 1, 1],
    [1, 2, 2],
  ]);
});

test('without a reference the models align among each other', () => {
  const columns = [[], column('T I'), column('I')].map((segments): AlignColumn => ({
    segments,
    by: 'modality',
  }));

  const { rows } = alignColumns(columns, 0);

  expect(rows.map((row) => row.map((cell) => cell?.index))).toEqual([
    [undefined, 0, undefined],
    [undefined, 1, 0],
  ]);
});

test('every segment stands in one row, and each column keeps its order, whatever comes', () => {
  const random = createRandom(5);
  for (let round = 0; round < 200; round++) {
    const columns = Array.from({ length: 4 }, (_, at): AlignColumn => {
      const letters = Array.from(
        { length: Math.floor(random() * 12) },
        () => 'TIAV'[Math.floor(random() * 4)],
      );
      return { segments: column(letters.join(' ')), by: at === 3 ? 'tag' : 'modality' };
    });

    const { rows } = alignColumns(columns, 1);

    columns.forEach(({ segments }, at) => {
      const shown = rows.flatMap((row) => row[at]?.index ?? []);
      expect(shown).toEqual(segments.map(({ index }) => index));
    });
    expect(rows.every((row) => row.some((cell) => cell !== undefined))).toBe(true);
  }
});

test('aligning twice gives the same', () => {
  const columns = ['T I T I A T', 'I T I T A', 'A I I T'].map((shape): AlignColumn => ({
    segments: column(shape),
    by: 'modality',
  }));

  expect(alignColumns(columns, 0)).toEqual(alignColumns(columns, 0));
});

test('words are found in any script, whatever their case', () => {
  expect(wordOverlap(wordsOf('Das Haus'), wordsOf('das HAUS, das'))).toBe(1);
  // three of four characters each
  expect(wordOverlap(wordsOf('红色的鸟'), wordsOf('红色的猫'))).toBe(0.75);
  expect(wordOverlap(wordsOf(''), wordsOf('x'))).toBe(0);
});

const MODALITIES = { T: 'text', I: 'image', A: 'audio', V: 'video' } as const;

/** `T I2 A`: letters of the strip; a number names the tag. */
function column(shape: string): AlignSegment[] {
  const ranks = new Map<string, number>();
  return shape.split(' ').flatMap((part, index): AlignSegment[] => {
    const letter = part.charAt(0);
    if (!isLetter(letter)) return [];
    const modality = MODALITIES[letter];
    const rank = ranks.get(letter) ?? 0;
    ranks.set(letter, rank + 1);
    const tag = modality + (part.slice(1) || String(rank + 1));
    return [{ index, modality, rank, words: wordsOf(''), ...(modality !== 'text' && { tag }) }];
  });
}

const isLetter = (letter: string): letter is keyof typeof MODALITIES => letter in MODALITIES;

function item(
  index: number,
  rank: number,
  caption: string,
  modality: 'image' | 'audio' = 'image',
): AlignSegment {
  return { index, modality, tag: `${modality}${rank + 1}`, rank, words: wordsOf(caption) };
}
