import { expect, test } from 'vitest';
import type { Item } from '../../../shared/model/content.ts';
import type { RowCell, ShownRow } from './aligned/aligned-rows.ts';
import type { Column } from './columns.ts';
import { linkGroups, linkKey } from './link-groups.ts';

function column(id: string, ...tags: string[]): Column {
  const items = tags.map((tag): Item => ({
    tag,
    modality: tag.startsWith('audio') ? 'audio' : 'image',
    number: 1,
    media: { kind: 'missing', value: tag, tried: [] },
  }));
  const sequence = { content: '', segments: [], items, strip: '' };
  return { id, tone: 'a', label: id, sequence, response: undefined };
}

/** Members of each group, as `column/tag`. */
function groups(columns: Column[], rows?: ShownRow[]): string[][] {
  const named = linkGroups(columns, rows && { rows });
  const all = new Map<string, string[]>();
  for (const { id, sequence } of columns)
    for (const { tag } of sequence?.items ?? []) {
      const group = named.get(linkKey(id, tag));
      if (group !== undefined) all.set(group, [...(all.get(group) ?? []), `${id}/${tag}`]);
    }
  return [...all.values()];
}

test('items of the same tag belong together, those of the task to nobody', () => {
  const columns = [
    column('task', 'image1'),
    column('reference', 'image1', 'audio1'),
    column('A', 'audio1', 'image1'),
  ];

  expect(groups(columns)).toEqual([
    ['reference/image1', 'A/image1'],
    ['reference/audio1', 'A/audio1'],
  ]);
});

test('what has no namesake goes by order among its modality', () => {
  const columns = [column('reference', 'image2', 'image3'), column('A', 'image3', 'image7')];

  expect(groups(columns)).toEqual([
    ['reference/image2', 'A/image7'],
    ['reference/image3', 'A/image3'],
  ]);
});

test('an item that is alone is linked to nothing', () => {
  expect(groups([column('reference', 'image1'), column('A', 'audio1')])).toEqual([]);
});

test('where the rows are known they decide, whatever the tags are', () => {
  const [reference, answer] = [column('reference', 'image1', 'image2'), column('A', 'image2')];
  const cell = (of: Column, tag: string): RowCell => ({
    column: of,
    index: 0,
    block: undefined,
    item: of.sequence?.items.find((item) => item.tag === tag),
    why: {},
    moved: undefined,
  });
  const row = (index: number, ...cells: RowCell[]): ShownRow => ({
    index,
    cells,
    centre: undefined,
    modality: 'image',
    isItem: true,
  });

  const rows = [row(0, cell(reference, 'image1'), cell(answer, 'image2'))];

  expect(groups([reference, answer], rows)).toEqual([['reference/image1', 'A/image2']]);
});
