import { describe, expect, test } from 'vitest';
import { analysisData, everyIndex } from '../../../tests/builders/analysis-data.ts';
import { difficultyGradient } from './gradient.ts';
import { groupInstances } from './groups.ts';
import { heatMatrix } from './heat.ts';
import { groupsOfLeaderboard, intervalsOfGroup, leaderboardMeans } from './leaderboard.ts';

const NONE = Number.NaN;
const IMAGE = 2;
const AUDIO = 4;

const data = analysisData(
  [
    { difficulty: '1', inputMask: IMAGE, capabilities: ['C1', 'C2'] },
    { difficulty: '1', inputMask: AUDIO, capabilities: ['C2'] },
    { difficulty: '3', inputMask: IMAGE | AUDIO },
    { difficulty: 'unknown' },
  ],
  {
    Alpha: { StS: [1, 0.5, 0, NONE], SC: [0.8, NONE, NONE, 0.4] },
    Beta: { StS: [NONE, 1, NONE, NONE] },
  },
  { Alpha: IMAGE },
);
const all = { indexes: everyIndex(data), models: [], metrics: [] };

describe('a leaderboard', () => {
  test('is over what the manifest says that a model takes, else over what it answered', () => {
    const { rows } = leaderboardMeans(data, { ...all, groupBy: undefined });
    const of = (model: string, metric: string) =>
      rows.filter((row) => row.model === model && row.metric === metric);

    // Alpha takes images: the first and the last instance; StS only of the first
    expect(of('Alpha', 'StS')).toEqual([
      expect.objectContaining({ mode: 'abs', mean: 1, n: 1, nUnscored: 1, tau: 0.5 }),
      expect.objectContaining({ mode: 'rel', mean: 0.5, supportRule: 'manifest' }),
    ]);
    expect(of('Alpha', 'SC')[0]?.mean).toBeCloseTo(0.6, 12);
    expect(of('Beta', 'StS')[1]).toMatchObject({
      mean: 0.25,
      tau: 0.25,
      supportRule: 'has-response',
    });
    expect(of('Beta', 'SC')[0]).not.toHaveProperty('mean');
  });

  test('has its intervals in the order of its rows, those of rel scaled by τ', () => {
    const task = { ...all, groupBy: 'difficulty' as const };
    const { rows } = leaderboardMeans(data, task);

    const intervals = groupsOfLeaderboard(data, task).flatMap((group) =>
      intervalsOfGroup(data, task, group),
    );

    expect(intervals).toHaveLength(rows.length);
    rows.forEach(({ mean, mode, tau }, at) => {
      const interval = intervals[at];
      expect(interval === undefined).toBe(mean === undefined);
      if (interval === undefined || mean === undefined) return;
      expect(interval.ci95[0]).toBeLessThanOrEqual(mean);
      expect(interval.ci95[1]).toBeGreaterThanOrEqual(mean);
      if (mode === 'rel') expect(interval.ci95[1]).toBeLessThanOrEqual(tau);
    });
  });

  test('says what it cannot group by, what nobody has, and what rests on one', () => {
    const codes = (task: Partial<Parameters<typeof leaderboardMeans>[1]>) =>
      leaderboardMeans(data, { ...all, groupBy: undefined, ...task }).notes.map(({ code }) => code);

    expect(codes({ indexes: new Uint32Array(0) })).toEqual(['no-instances']);
    expect(codes({ metrics: ['HC'] })).toEqual(['no-figures']);
    expect(codes({ indexes: Uint32Array.of(3), groupBy: 'capability' })).toEqual(['no-groups']);
    expect(codes({ groupBy: 'difficulty' })).toEqual(['one-instance']);
    const without = leaderboardMeans(analysisData([{}], {}), { ...all, groupBy: undefined });
    expect(without.notes.map(({ code }) => code)).toEqual(['no-models']);
    expect(() => leaderboardMeans(data, { ...all, models: ['Gamma'], groupBy: undefined })).toThrow(
      'It has "Alpha", "Beta". "Gamma"',
    );
  });
});

test('an instance is in every group that it belongs to', () => {
  const names = (by: Parameters<typeof groupInstances>[1]) =>
    groupInstances(data, by, all.indexes).map(({ name, indexes }) => [name, [...indexes]]);

  expect(names('capability')).toEqual([
    ['C1', [0]],
    ['C2', [0, 1]],
  ]);
  // text stands for a side without items
  expect(names('inputModality')).toEqual([
    ['text', [3]],
    ['image', [0, 2]],
    ['audio', [1, 2]],
  ]);
  expect(names('difficulty')).toEqual([
    ['1', [0, 1]],
    ['3', [2]],
    ['unknown', [3]],
  ]);
});

test('a heat map has a cell for every model and group, with a mean where there is one', () => {
  const heat = heatMatrix(data, { ...all, metric: 'StS', by: 'difficulty', mode: 'rel' });

  expect(heat.cells.map(({ mean }) => mean)).toEqual([
    0.5,
    undefined,
    undefined,
    0.5,
    undefined,
    undefined,
  ]);
  expect(heat.cells).toHaveLength(6);
});

test('the gradient falls from easy to hard by as much as the means do', () => {
  const steep = analysisData(
    Array.from({ length: 40 }, (_, at) => ({
      difficulty: at < 20 ? ('1' as const) : ('3' as const),
    })),
    { Alpha: { SC: Array.from({ length: 40 }, (_, at) => (at < 20 ? 0.8 : 0.4) + (at % 2) / 10) } },
  );

  const { models, nUnknown } = difficultyGradient(steep, {
    indexes: everyIndex(steep),
    models: [],
    metric: 'SC',
  });

  const [alpha] = models;
  expect(alpha?.points.map(({ mean, n }) => [mean && Math.round(mean * 1e9) / 1e9, n])).toEqual([
    [0.85, 20],
    [undefined, 0],
    [0.45, 20],
  ]);
  expect(alpha?.drop?.value).toBeCloseTo(0.4, 12);
  expect(alpha?.drop?.p).toBeLessThan(1e-9);
  expect(nUnknown).toBe(0);
});
