import { expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import { placeId } from '../../../stores/annotation-place.ts';
import { columnIdOf, placesOf, sideOfColumn } from './places.ts';

let count = 0;
const said = (extra: Partial<Annotation>): Annotation => ({
  id: String(++count),
  key: 'k',
  side: 'instance',
  kind: 'note',
  text: 'x',
  mark: { kind: 'whole' },
  author: '',
  createdAt: '',
  changedAt: '',
  isStale: false,
  ...extra,
});

test('tags and notes of one place share a number; the whole has none and stands first', () => {
  const mark = { kind: 'box', tag: 'image1', x: 0, y: 0, w: 1, h: 1 } as const;
  const sameMark = { h: 1, w: 1, y: 0, x: 0, tag: 'image1', kind: 'box' } as const;

  const places = placesOf([
    said({ side: 'task', mark }),
    said({ side: 'task', kind: 'tag', tag: 'artefacts', mark: sameMark, isStale: true }),
    said({ side: 'reference', mark }),
    said({ kind: 'flag' }),
  ]);

  expect(places.map(({ side, number, isFlagged }) => [side, number, isFlagged])).toEqual([
    ['instance', undefined, true],
    ['task', 1, false],
    ['reference', 2, false],
  ]);
  expect(places[1]).toMatchObject({ isStale: true, tags: [{ tag: 'artefacts' }], notes: [{}] });
});

test('two models are two places', () => {
  const mark = { kind: 'whole' } as const;

  expect(placeId({ side: 'response', model: 'A', mark })).not.toBe(
    placeId({ side: 'response', model: 'B', mark }),
  );
});

test.each(['task', 'reference', 'model:Aria: 7B'])('column %s is named and found again', (id) => {
  expect(columnIdOf(sideOfColumn(id))).toBe(id);
});

test('outside of every column the whole instance is meant', () => {
  expect(sideOfColumn(undefined)).toEqual({ side: 'instance', model: undefined });
  expect(columnIdOf({ side: 'instance', model: undefined })).toBeUndefined();
});
