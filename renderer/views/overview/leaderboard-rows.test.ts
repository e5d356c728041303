import { expect, test } from 'vitest';
import type { Leaderboard } from '../../../shared/model/analysis.ts';
import type { PublishedResults } from '../../../shared/model/published.ts';
import type { ReportRow } from '../../../shared/model/report.ts';
import { firstGroups, leaderGroups, publishedSources } from './leaderboard-rows.ts';

const row = (model: string, metric: string, mean: number | undefined, more = {}): ReportRow => ({
  model,
  group: 'natural_science',
  metric,
  mode: 'abs',
  ...(mean === undefined ? {} : { mean }),
  n: mean === undefined ? 0 : 10,
  nUnscored: 0,
  tau: 1,
  supportRule: 'has-response',
  ...more,
});

const board: Leaderboard = {
  rows: [
    row('Aria', 'StS', 0.5, { ci95: [0.4, 0.6], method: 'bootstrap' }),
    row('Aria', 'SC', 0.2),
    row('Echo', 'StS', 0.7),
    row('Echo', 'SC', undefined),
    row('Aria', 'StS', 0.45, { mode: 'rel' }),
    row('Echo', 'StS', 0.63, { mode: 'rel' }),
  ],
  groups: [{ group: 'natural_science', instances: 12 }],
  instances: 12,
  isComplete: true,
  notes: [],
};

const published = {
  sets: [
    {
      id: 'unim',
      source: 'a paper',
      rows: [
        { model: 'UniMA', group: 'natural_science', metric: 'StS', mode: 'abs', percent: 50.8 },
        { model: 'UniMA', group: 'natural_science', metric: 'StS', mode: 'rel', percent: 49.1 },
        { model: 'UniMA', group: 'natural_science', metric: 'SC', percent: 59.8 },
        { model: 'UniMA', group: 'natural_science', metric: 'tau', percent: 90.4 },
        { model: 'UniMA', group: 'social_science', metric: 'StS', mode: 'abs', percent: 58.1 },
      ],
    },
  ],
} as unknown as PublishedResults; // the rest of a paper is not looked at here

const shown = { scale: 'abs', order: undefined, isAscending: false, hasPublished: true } as const;
const metrics = ['StS', 'SC'];

function only(order: Partial<Parameters<typeof leaderGroups>[4]> = {}) {
  const [group] = leaderGroups(board, published, metrics, 'field', { ...shown, ...order });
  if (group === undefined) throw new Error('no group');
  return group;
}

test('a row a model, a cell a metric, the best measured figure of each column marked', () => {
  const { measured } = only();

  expect(measured.map(({ model }) => model)).toEqual(['Aria', 'Echo']);
  expect(measured[0]?.cells[0]).toMatchObject({ value: 0.5, ci95: [0.4, 0.6], isBest: false });
  expect(measured[1]?.cells[0]).toMatchObject({ value: 0.7, isBest: true });
});

test('one figure alone is not the best of anything, and no figure is no 0', () => {
  const { measured } = only();

  expect(measured.map(({ cells }) => cells[1]?.isBest)).toEqual([false, false]);
  expect(measured[1]?.cells[1]?.value).toBeUndefined();
});

test('figures that read the same are both the best', () => {
  const tied = {
    ...board,
    rows: [row('Aria', 'StS', 0.70004), row('Echo', 'StS', 0.6999)],
  };

  const [group] = leaderGroups(tied, undefined, ['StS'], 'field', shown);

  expect(group?.measured.map(({ cells }) => cells[0]?.isBest)).toEqual([true, true]);
});

test('published figures stand as printed, of their own group and scale, and are never the best', () => {
  const abs = only().published;
  const rel = only({ scale: 'rel' }).published;

  expect(abs.map(({ model, tau }) => [model, tau])).toEqual([['UniMA', 0.904]]);
  expect(abs[0]?.source).toEqual({ number: 1, text: 'a paper' });
  expect(abs[0]?.cells.map(({ value }) => value)).toEqual([0.508, 0.598]);
  // the table does not say whether SC is abs or rel: the same figure stands in both
  expect(rel[0]?.cells.map(({ value }) => value)).toEqual([0.491, 0.598]);
  expect(abs[0]?.cells.some(({ isBest }) => isBest)).toBe(false);
});

test('each source is named once, by its number', () => {
  expect(publishedSources([only(), only()])).toEqual([{ number: 1, text: 'a paper' }]);
  expect(publishedSources([only({ hasPublished: false })])).toEqual([]);
});

test('published figures are left out when not wanted, and where papers group otherwise', () => {
  expect(only({ hasPublished: false }).published).toEqual([]);
  expect(leaderGroups(board, published, metrics, 'difficulty', shown)[0]?.published).toEqual([]);
});

test('rel shows the rel rows', () => {
  expect(only({ scale: 'rel' }).measured.map(({ cells }) => cells[0]?.value)).toEqual([0.45, 0.63]);
});

test('a sort is by the figure, rows without one last, whichever way', () => {
  const models = (order: Parameters<typeof only>[0]) =>
    only(order).measured.map(({ model }) => model);

  expect(models({ order: 'StS' })).toEqual(['Echo', 'Aria']);
  expect(models({ order: 'StS', isAscending: true })).toEqual(['Aria', 'Echo']);
  expect(models({ order: 'SC' })).toEqual(['Aria', 'Echo']);
  expect(models({ order: 'SC', isAscending: true })).toEqual(['Aria', 'Echo']);
});

test('the first groups fill about so many rows, and there is always one', () => {
  const group = only();
  const groups = [group, group, group]; // three rows each

  expect(firstGroups(groups, 7)).toHaveLength(2);
  expect(firstGroups(groups, 9)).toHaveLength(3);
  expect(firstGroups(groups, 1)).toHaveLength(1);
});
