import { expect, test } from 'vitest';
import { formatColumns, shownColumns } from './shown-columns.ts';

const ids = ['task', 'delta', 'StS', 'SC', 'GQ'];

test('nothing said: as shipped, and an address without a word', () => {
  const shown = shownColumns(ids, undefined, {});

  expect([...shown]).toEqual(['task', 'delta', 'StS', 'SC']);
  expect(formatColumns(ids, shown)).toBeUndefined();
});

test('what this machine remembers holds where the address says nothing', () => {
  const shown = shownColumns(ids, undefined, { GQ: true, delta: false });

  expect([...shown]).toEqual(['task', 'StS', 'SC', 'GQ']);
  expect(formatColumns(ids, shown)).toBe('task~StS~SC~GQ');
});

test('a link shows the same columns on a machine that remembers others', () => {
  const shown = shownColumns(ids, 'task~GQ', { SC: true, GQ: false });

  expect([...shown]).toEqual(['task', 'GQ']);
});

test('no column at all has an address too', () => {
  const address = formatColumns(ids, new Set());

  expect([...shownColumns(ids, address, {})]).toEqual([]);
});
