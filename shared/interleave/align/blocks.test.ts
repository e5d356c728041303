import { expect, test } from 'vitest';
import type { SequenceContext } from '../sequence.ts';
import { buildSequence } from '../sequence.ts';
import { readingBlocks, type ReadingBlock } from '../reading.ts';
import { alignBlocks, taskSpans } from './blocks.ts';
import { alignColumns, type AlignColumn } from './columns.ts';

test('sentences stay whole: the item stands behind the one that names it', () => {
  const blocks = blocksOf('See <image1> of the bird. Then listen: <audio1>', ['image1', 'audio1']);

  expect(
    alignBlocks(blocks, []).map(({ index, modality, tag, rank }) => [index, modality, tag, rank]),
  ).toEqual([
    [0, 'text', undefined, 0],
    [1, 'image', 'image1', 0],
    [2, 'text', undefined, 1],
    [3, 'audio', 'audio1', 0],
  ]);
});

test('a missing picture leaves a gap, and the text behind it stays beside its text', () => {
  const reference = ['The bird sings.', '<image1>', 'The house is blue.', '<image2>'].join('\n');
  const response = 'The house is quite blue.\n<image1>';
  const column = (content: string, tags: string[], captions: string[]): AlignColumn => ({
    segments: alignBlocks(
      blocksOf(content, tags),
      tags.map((tag, at) => ({ tag, caption: captions[at] })),
    ),
    by: 'modality',
  });

  const { rows } = alignColumns(
    [
      column(reference, ['image1', 'image2'], ['a red bird', 'a blue house']),
      column(response, ['image1'], ['the blue house at night']),
    ],
    0,
  );

  expect(rows.map((row) => row.map((cell) => cell?.index))).toEqual([
    [0, undefined],
    [1, undefined],
    [2, 0],
    [3, 1],
  ]);
});

test('features of a file go before the words of its caption', () => {
  const blocks = blocksOf('<image1>', ['image1']);

  const [segment] = alignBlocks(blocks, [{ tag: 'image1', caption: 'a bird' }], (tag) => ({
    fingerprint: `of ${tag}`,
  }));

  expect(segment?.fingerprint).toBe('of image1');
  expect(segment?.words).toHaveLength(2);
});

test('the task stands at the row of an item that it asks for, and the rest of it follows on', () => {
  const task = readingBlocks(
    buildSequence('Look at <image1>.\nDraw <image2> first.\nThen say <audio1>.\nEnd.', {
      side: 'input',
      ownTags: ['image1'],
      otherTags: ['image2', 'audio1'],
    }).segments,
  );
  const rows: Record<string, number> = { image2: 3, audio1: 1 };

  const spans = taskSpans(task, (tag) => rows[tag]);

  // audio1 stands above image2, where the task is already past
  expect(texts(task)).toEqual(['Look at .', '', '\nDraw  first.\nThen say .\nEnd.']);
  expect(spans).toEqual([
    { row: 0, from: 0, to: 2 },
    { row: 3, from: 2, to: 3 },
  ]);
});

test('a long question stays at the top, whatever it names', () => {
  const task = readingBlocks(
    buildSequence(`<image1>\n${'Why is the sky blue? '.repeat(10)}Draw <image2>.`, {
      side: 'input',
      ownTags: ['image1'],
      otherTags: ['image2'],
    }).segments,
  );

  expect(taskSpans(task, () => 3)).toEqual([{ row: 0, from: 0, to: task.length }]);
});

test('a task that names nothing stands beside all rows', () => {
  const task = blocksOf('Draw a bird.\nSay why.', []);

  expect(taskSpans(task, () => undefined)).toEqual([{ row: 0, from: 0, to: task.length }]);
  expect(taskSpans([], () => 0)).toEqual([]);
});

function blocksOf(content: string, ownTags: string[]): ReadingBlock[] {
  const context: SequenceContext = { side: 'output', ownTags, otherTags: [] };
  return readingBlocks(buildSequence(content, context).segments);
}

function texts(blocks: readonly ReadingBlock[]): string[] {
  return blocks.map((block) =>
    block.kind === 'item' ? '' : block.parts.filter((part) => typeof part === 'string').join(''),
  );
}
