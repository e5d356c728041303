import { expect, test } from 'vitest';
import { createRandom } from '../../stats/random.ts';
import { alignColumns, type AlignColumn } from './columns.ts';
import { pairSegments } from './pair.ts';
import type { AlignSegment } from './segments.ts';
import { wordOverlap, wordsOf } from './words.ts';

// no two of them are more alike than 0
const [BIRD, HOUSE, TREE] = ['ffff0000ffff0000', '00ff00ff00ff00ff', '0f0f0f0ff0f0f0f0'];

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
  const pairs = pairSegments([look(0, BIRD), look(1, HOUSE)], [look(0, HOUSE)], { by: 'modality' });

  expect(pairs).toMatchObject([{ a: 1, b: 0, similarity: { by: 'picture', value: 1 } }]);
});

test('two pictures that changed places are told as moved, not as two wrong ones in order', () => {
  const pairs = pairSegments([look(0, BIRD), look(1, HOUSE)], [look(0, HOUSE), look(1, BIRD)], {
    by: 'modality',
  });

  expect(pairs).toMatchObject([
    { a: 0, b: 1, reason: 'similarity', isCrossing: false },
    { a: 1, b: 0, reason: 'moved', isCrossing: true },
  ]);
});

test('so are two that changed places round their texts', () => {
  const text = (index: number, rank: number, words: string): AlignSegment => ({
    index,
    modality: 'text',
    rank,
    words: wordsOf(words),
  });
  const column = (first: string | undefined, second: string | undefined) => [
    text(0, 0, 'first comes what sings'),
    { ...look(1, first), rank: 0 },
    text(2, 1, 'then follows where somebody lives'),
    { ...look(3, second), rank: 1 },
    text(4, 2, 'that is all of it'),
  ];

  const pairs = pairSegments(column(BIRD, HOUSE), column(HOUSE, BIRD), { by: 'modality' });

  const ofPictures = pairs.filter(({ a }) => a % 2 === 1);
  expect(ofPictures.map(({ a, b }) => [a, b])).toEqual([
    [1, 3],
    [3, 1],
  ]);
  expect(ofPictures.some(({ isCrossing }) => isCrossing)).toBe(true);
});

test('code that changed places is known by its text, items by their captions', () => {
  const code = (rank: number, words: string): AlignSegment => ({
    ...item(rank, rank, words),
    modality: 'code',
    tag: `code${rank + 1}`,
  });
  const swapped = (make: (rank: number, words: string) => AlignSegment) =>
    pairSegments(
      [make(0, 'def area of a circle'), make(1, 'class tree with left and right')],
      [make(0, 'class tree with right and left'), make(1, 'def area of any circle')],
      { by: 'modality' },
    );

  for (const pairs of [swapped(code), swapped((rank, words) => item(rank, rank, words))]) {
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(pairs.filter(({ isCrossing }) => isCrossing)).toMatchObject([{ reason: 'moved' }]);
  }
});

test('where everything is shifted by one more, the same pictures stay in the same rows', () => {
  const pairs = pairSegments(
    [look(0, BIRD), look(1, HOUSE)],
    [look(0, TREE), look(1, BIRD), look(2, HOUSE)],
    { by: 'modality' },
  );

  expect(pairs.map(({ a, b, isCrossing }) => [a, b, isCrossing])).toEqual([
    [0, 1, false],
    [1, 2, false],
  ]);
});

test('what only might have changed places stays in order', () => {
  const near = pairSegments(
    [item(0, 0, 'a bird on a tree at night'), item(1, 1, 'a bird on a roof at night')],
    [item(0, 0, 'a bird on a roof by night'), item(1, 1, 'a bird on a tree by night')],
    { by: 'modality' },
  );
  const sounds = (durations: readonly number[]) =>
    durations.map((durationMs, at): AlignSegment => ({ ...item(at, at, '', 'audio'), durationMs }));
  const byLength = pairSegments(sounds([3000, 9000]), sounds([9000, 3000]), { by: 'modality' });

  for (const pairs of [near, byLength])
    expect(pairs.map(({ a, b, reason }) => [a, b, reason])).toEqual([
      [0, 0, 'order'],
      [1, 1, 'order'],
    ]);
});

test('pictures in order pair although they look different, unless one of them stands elsewhere', () => {
  const other = pairSegments([look(0, BIRD)], [look(0, TREE)], { by: 'modality' });
  const elsewhere = pairSegments([look(0, BIRD), look(1, HOUSE)], [look(0, TREE), look(1, BIRD)], {
    by: 'modality',
  });

  expect(other).toMatchObject([{ a: 0, b: 0, reason: 'order' }]);
  // house and tree have nothing in common: neither in a row nor moved
  expect(elsewhere.map(({ a, b, isCrossing }) => [a, b, isCrossing])).toEqual([[0, 1, false]]);
});

test('a pair made by hand holds also where both are sure of others', () => {
  const pairs = pairSegments([look(0, BIRD), look(1, HOUSE)], [look(0, HOUSE), look(1, BIRD)], {
    by: 'modality',
    hand: [{ a: 0, b: 0 }],
  });

  expect(pairs).toMatchObject([
    { a: 0, b: 0, reason: 'hand' },
    { a: 1, b: 1, reason: 'order' },
  ]);
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
      const segments = column(letters.join(' ')).map((segment) => {
        const fingerprint = [BIRD, HOUSE, TREE, undefined][Math.floor(random() * 4)];
        return { ...segment, ...(fingerprint !== undefined && { fingerprint }) };
      });
      return { segments, by: at === 3 ? 'tag' : 'modality' };
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

function look(rank: number, fingerprint: string | undefined): AlignSegment {
  return { ...item(rank, rank, ''), ...(fingerprint !== undefined && { fingerprint }) };
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
