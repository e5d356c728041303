import { expect, test } from 'vitest';
import { columnsInView } from './columns-in-view.ts';

test('a table that fits is drawn as a whole', () => {
  expect(columnsInView([100, 200, 300], 0, 600)).toEqual([0, 1, 2]);
});

test('what lies far beside is left out, but never the first column', () => {
  const widths = new Array<number>(20).fill(100);

  // 240 px more on both sides: 760 … 1,540
  expect(columnsInView(widths, 1000, 300)).toEqual([0, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
});
