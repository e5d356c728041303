import { expect, test } from 'vitest';
import type { BarSpec } from './chart-spec.ts';
import { isMoveKey, movePoint } from './move-point.ts';

const point = { value: 0.5 };
const spec: BarSpec = {
  kind: 'bar',
  title: 'SQCS by difficulty',
  categoryLabel: 'Difficulty',
  categories: ['easy', 'medium', 'hard'],
  valueLabel: 'SQCS abs',
  format: String,
  series: [
    { name: 'A', tone: 'a', points: [point, point, point] },
    { name: 'B', tone: 'b', points: [point, point, point] },
  ],
};

test('left and right go along the categories, up and down between the series', () => {
  const from = { series: 0, category: 1 };

  expect(movePoint(spec, from, 'ArrowRight')).toEqual({ series: 0, category: 2 });
  expect(movePoint(spec, from, 'ArrowLeft')).toEqual({ series: 0, category: 0 });
  expect(movePoint(spec, from, 'ArrowDown')).toEqual({ series: 1, category: 1 });
});

test('in lying bars the categories go down the page, and so do the keys', () => {
  const rows: BarSpec = { ...spec, orientation: 'rows' };

  expect(movePoint(rows, { series: 0, category: 0 }, 'ArrowDown')).toEqual({
    series: 0,
    category: 1,
  });
  expect(movePoint(rows, { series: 0, category: 0 }, 'ArrowRight')).toEqual({
    series: 1,
    category: 0,
  });
});

test('at the edge a key stays where it is; Home and End are the ends of a series', () => {
  expect(movePoint(spec, { series: 1, category: 2 }, 'ArrowDown')).toEqual({
    series: 1,
    category: 2,
  });
  expect(movePoint(spec, { series: 1, category: 2 }, 'Home')).toEqual({ series: 1, category: 0 });
  expect(movePoint(spec, { series: 1, category: 0 }, 'End')).toEqual({ series: 1, category: 2 });
});

test('only arrows, Home and End move', () => {
  expect(['ArrowUp', 'End', 'Enter', 'j', 'toString'].map(isMoveKey)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
