import { expect, test } from 'vitest';
import type { PlacedMark } from '../../modalities/define.ts';
import { goalOfMark } from './goal-of-mark.ts';

const box: PlacedMark = {
  id: 'of the box',
  number: 1,
  label: 'Illegible',
  isStale: false,
  mark: { kind: 'box', tag: 'image2', x: 0.1, y: 0.2, w: 0.3, h: 0.4 },
};
const other: PlacedMark = { ...box, id: 'of the item', mark: { kind: 'item', tag: 'image2' } };
const entries = [{ id: 'reference' }, { id: 'model:Aria-7B', marks: [other, box] }];

test('a chosen mark is gone to on the item that it is on', () => {
  expect(goalOfMark(entries, 'of the box')).toEqual({ entryId: 'model:Aria-7B', mark: box.mark });
});

test('a mark on something that is not compared, or none, is nothing to go to', () => {
  expect(goalOfMark(entries, 'of another item')).toBeUndefined();
  expect(goalOfMark(entries, undefined)).toBeUndefined();
});
