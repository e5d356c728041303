import { expect, test } from 'vitest';
import { alignBlocks } from '../../../../shared/interleave/align/blocks.ts';
import { alignColumns } from '../../../../shared/interleave/align/columns.ts';
import type { HandPair } from '../../../../shared/interleave/align/pair.ts';
import { readingBlocks } from '../../../../shared/interleave/reading.ts';
import { buildSequence } from '../../../../shared/interleave/sequence.ts';
import type { Alignment } from '../../../../shared/model/alignment.ts';
import type { Item, Sequence } from '../../../../shared/model/content.ts';
import type { Column } from '../columns.ts';
import { alignedTable, blockLabel, centreName, mayPair } from './aligned-rows.ts';
import { alignedSets, orderedSets, setOf } from './compare-sets.ts';
import { diffPairs } from './diff-pairs.ts';
import { reasonText } from './reason-text.ts';

const everything = () => true;

test('a row has a cell for each column that is shown, and a gap where one has nothing', () => {
  const columns = [
    column('reference', 'One.\n<image1>\nTwo.\n<image2>', 2),
    model('A', 'One.\n<image1>', 1),
  ];

  const table = alignedTable(align(columns), columns, everything);

  expect(table?.rows.map(({ cells }) => cells.map(({ index }) => index))).toEqual([
    [0, 0],
    [1, 1],
    [2, undefined],
    [3, undefined],
  ]);
  expect(table?.rows.map(({ modality }) => modality)).toEqual(['text', 'image', 'text', 'image']);
});

test('rows of hidden columns alone are left out, and the others keep their numbers', () => {
  const columns = [column('reference', '<image1>\n<image2>', 2), model('A', '<image1>', 1)];

  const table = alignedTable(align(columns), columns, (id) => id !== 'reference');

  expect(table?.rows.map(({ index, centre }) => [index, centre?.index])).toEqual([[0, 0]]);
});

test('what cannot share a row is numbered at both ends', () => {
  const columns = [
    column('reference', '<image1>\n<image2>\n<image3>', 3),
    model('A', '<image1>\n<image2>\n<image3>', 3),
  ];

  const table = alignedTable(
    align(columns, [
      { a: 0, b: 2 },
      { a: 2, b: 0 },
    ]),
    columns,
    everything,
  );

  const ends = (table?.rows ?? []).flatMap(({ index, cells }) =>
    cells.flatMap(({ moved }) =>
      moved === undefined ? [] : [{ index, row: moved.row, number: moved.number }],
    ),
  );
  // one of the two stands in a row, the other and the picture between them cross it
  expect(ends.map(({ number }) => number).sort()).toEqual([1, 1, 2, 2]);
  for (const { number, index, row } of ends) {
    const other = ends.find((each) => each.number === number && each.index !== index);
    expect(other).toMatchObject({ index: row, row: index });
  }
});

test('an alignment of other data than the columns is not drawn', () => {
  const before = [column('reference', '<image1>', 1), model('A', '<image1>', 1)];
  const after = [column('reference', '<image1>', 1), model('A', '<image1> and more', 1)];

  expect(alignedTable(align(before), after, everything)).toBeUndefined();
});

test('a row of items is a set to compare, with what was moved elsewhere', () => {
  const columns = [
    column('reference', '<image1>\n<image2>', 2),
    model('A', '<image1>\n<image2>', 2),
    model('B', '', 0),
  ];
  const table = alignedTable(
    align(columns, [
      { a: 0, b: 1 },
      { a: 1, b: 0 },
    ]),
    columns,
    everything,
  );

  const sets = table === undefined ? [] : alignedSets(table);

  expect(sets.map(({ items }) => items.map(({ item }) => item.tag))).toContainEqual([
    'image1',
    'image2',
  ]);
});

test('without rows, items of the same order are compared, and the task is not', () => {
  const columns = [
    column('task', '<image1>', 1),
    column('reference', '<image1>\n<image2>', 2),
    model('A', '<image1>', 1),
  ];

  const sets = orderedSets(columns);

  expect(sets.map(({ label, items }) => [label, items.map(({ column: own }) => own.id)])).toEqual([
    ['Image 1', ['reference', 'model:A']],
  ]);
  expect(setOf(sets, 'model:A', 'image1')?.id).toBe('image:1');
  expect(setOf(sets, 'task', 'image1')).toBeUndefined();
});

test('models are compared with the reference, or the first two with each other', () => {
  const columns = [
    column('reference', 'x', 0),
    model('A', 'a', 0),
    model('B', 'b', 0),
    model('C', 'c', 0),
  ];
  const against = (diff: 'reference' | 'other') =>
    diffPairs(columns, diff).map((pair) => [pair.id, pair.against.id]);

  expect(diffPairs(columns, 'off')).toEqual([]);
  expect(against('reference').map(([, other]) => other)).toEqual([
    'reference',
    'reference',
    'reference',
  ]);
  expect(against('other')).toEqual([
    ['model:A', 'model:B'],
    ['model:B', 'model:A'],
    ['model:C', 'model:A'],
  ]);
});

test('reasons and blocks are told in few words', () => {
  const caption = { value: 0.738, by: 'caption' } as const;

  expect(reasonText({ reason: 'order' }, 'the reference')).toBe('Paired by order');
  expect(reasonText({ reason: 'similarity', similarity: caption }, 'the reference')).toBe(
    'Paired because alike by caption 0.74',
  );
  expect(reasonText({}, 'the reference')).toBe('Has no partner in the reference');
  const [text, image] = blocksOf('A bird sings.\n<image1>', 1);
  expect(text && blockLabel(text)).toBe('“A bird sings.”');
  expect(text && image && mayPair(text, image)).toBe(false);
  expect(centreName({ centre: model('A', '', 0) })).toBe('A');
});

function sequence(content: string, images: number): Sequence {
  const ownTags = Array.from({ length: images }, (_, at) => `image${at + 1}`);
  const { segments, strip } = buildSequence(content, { side: 'output', ownTags, otherTags: [] });
  const items = ownTags.map((tag, at): Item => ({
    tag,
    modality: 'image',
    number: at + 1,
    media: { kind: 'missing', value: `${tag}.png`, tried: [] },
  }));
  return { content, segments, items, strip };
}

const blocksOf = (content: string, images: number) =>
  readingBlocks(sequence(content, images).segments);

function column(id: string, content: string, images: number): Column {
  const tone = id === 'task' ? 'task' : 'reference';
  return { id, tone, label: id, sequence: sequence(content, images), response: undefined };
}

function model(name: string, content: string, images: number): Column {
  return { ...column(`model:${name}`, content, images), label: name, letter: name, tone: 'a' };
}

/** As the engine answers; hand-made pairs are of the first model. */
function align(columns: readonly Column[], hand: readonly HandPair[] = []): Alignment {
  const sides = columns.filter(({ id }) => id !== 'task');
  const blocks = sides.map((side) => readingBlocks(side.sequence?.segments ?? []));
  const { rows, links } = alignColumns(
    sides.map((side, at) => ({
      segments: alignBlocks(blocks[at] ?? [], side.sequence?.items ?? []),
      by: 'modality' as const,
      ...(at === 1 && { hand }),
    })),
    0,
  );
  return {
    columns: sides.map(({ id }, at) => ({ id, blocks: blocks[at]?.length ?? 0 })),
    centre: 0,
    rows: rows.map((row) =>
      row.flatMap((cell, at) => (cell === undefined ? [] : [{ column: at, ...cell }])),
    ),
    links: [...links],
    task: [],
    hand: [],
    isPending: false,
  };
}
