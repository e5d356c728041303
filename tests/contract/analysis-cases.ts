// Cases of figures over many instances; part of `cases.ts`. Alpha: StS 1, 0, 1; Beta has answered physics.
import { expect } from 'vitest';
import { KEYS } from './dataset.ts';
import type { Cases } from './world.ts';

const pair = { a: 'Alpha', b: 'Beta' };
const none = { facets: { field: ['no_such_field'] } };

export const ANALYSIS_CASES = {
  'analysis.leaderboard': async ({ api }) => {
    const { leaderboard } = await api.call('analysis.leaderboard', { groupBy: 'field' });

    expect(leaderboard.groups).toEqual([
      { group: 'natural_science', instances: 1 },
      { group: 'social_science', instances: 1 },
      { group: 'general_area', instances: 1 },
    ]);
    const row = leaderboard.rows.find(
      ({ model, group, metric }) =>
        model === 'Alpha' && group === 'social_science' && metric === 'StS',
    );
    expect(row).toMatchObject({ mode: 'abs', mean: 0, n: 1, tau: 1 });

    const empty = await api.call('analysis.leaderboard', { filter: none });
    expect(empty.leaderboard.notes.map(({ code }) => code)).toEqual(['no-instances']);
    await expect(api.call('analysis.leaderboard', { metrics: ['BLEU'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(api.call('analysis.leaderboard', { models: ['Gamma'] })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'analysis.published': async ({ api }) => {
    const { published } = await api.call('analysis.published', {});

    const [unim] = published.sets;
    expect(unim?.rows).toContainEqual({
      model: 'UniMA',
      group: 'general_area',
      metric: 'StS',
      mode: 'abs',
      percent: 71.3,
    });
    expect(unim?.source).toContain('2603.05075');
    expect(published.dataset.instances).toBe(31_026);
    const inSubdomains = published.dataset.subdomains.flatMap(({ difficulties }) => difficulties);
    expect(inSubdomains.reduce((sum, count) => sum + count, 0)).toBe(31_026);
  },
  'analysis.heat': async ({ api }) => {
    const { heat } = await api.call('analysis.heat', { by: 'subdomain', metric: 'StS' });

    expect(heat.groups).toContainEqual({ group: 'law', instances: 1, field: 'social_science' });
    expect(heat.cells).toHaveLength(heat.models.length * heat.groups.length);
    const beta = heat.cells.find(({ model, group }) => model === 'Beta' && group === 'law');
    expect(beta).toEqual({ model: 'Beta', group: 'law', n: 0, nUnscored: 0, tau: 0 });
  },
  'analysis.gradient': async ({ api }) => {
    const { gradient } = await api.call('analysis.gradient', { metric: 'StS', models: ['Alpha'] });

    expect(gradient.models[0]?.points.map(({ mean, n }) => [mean, n])).toEqual([
      [1, 1],
      [undefined, 0],
      [0, 1],
    ]);
    // one instance a level has no spread
    expect(gradient.models[0]).not.toHaveProperty('drop');
    expect(gradient.nUnknown).toBe(1);
  },
  'analysis.dataset': async ({ api }) => {
    const { dataset } = await api.call('analysis.dataset', {});

    expect(dataset).toMatchObject({ instances: 3, difficulties: [1, 0, 1, 1], capabilities: [] });
    expect(dataset.modalities).toContainEqual({
      modality: 'image',
      input: 2,
      output: 1,
      either: 2,
    });
    expect(dataset.sizes.map(({ side, of, n }) => [side, of, n])).toEqual([
      ['task', 'characters', 3],
      ['task', 'items', 3],
      ['reference', 'characters', 3],
      ['reference', 'items', 3],
    ]);
    expect(dataset.models).toEqual([
      { model: 'Alpha', answered: 3, supported: 3 },
      { model: 'Beta', answered: 1, supported: 1 },
    ]);
  },

  'compare.pair': async ({ api }) => {
    const { comparison } = await api.call('compare.pair', { ...pair, metrics: ['StS'] });

    // only physics has both, and both have its picture's tag
    expect(comparison.metrics).toEqual([
      expect.objectContaining({ n: 1, meanDiff: 0, ties: 1, wins: 0, losses: 0, nOnlyA: 2 }),
    ]);
    expect(comparison.metrics[0]).not.toHaveProperty('pWilcoxon');
    expect(comparison.notes.map(({ code }) => code)).toEqual(['one-instance']);
    await expect(api.call('compare.pair', { a: 'Alpha', b: 'Gamma' })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'compare.points': async ({ api }) => {
    const { points } = await api.call('compare.points', { ...pair, metric: 'StS' });

    expect(points).toMatchObject({
      keys: [KEYS.physics],
      xs: [1],
      ys: [1],
      nOnlyA: 2,
      nOnlyB: 0,
      nNeither: 0,
      gaps: { aBetter: [], bBetter: [] },
    });
  },
  'compare.slices': async ({ api }) => {
    const { report } = await api.call('compare.slices', { a: 'Alpha', metric: 'StS' });

    expect(report).toMatchObject({ overall: { n: 3 }, slices: [], nTested: 0 });
    expect(report.notes.map(({ code }) => code)).toEqual(['low-support']);
  },
  'compare.flips': async ({ api }) => {
    const { report } = await api.call('compare.flips', pair);

    expect(report).toMatchObject({ n: 0, nFlips: 0, flips: [] });
    expect(report.table).toHaveLength(9);
    expect(report.notes.map(({ code }) => code)).toContain('no-figures');
  },
  'compare.matrix': async ({ api }) => {
    const { matrix } = await api.call('compare.matrix', { metrics: ['StS'] });

    expect(matrix.models).toEqual(['Alpha', 'Beta']);
    expect(matrix.rows[0]).toMatchObject({ metric: 'StS', nCommon: 1 });
    expect(matrix.rows[0]?.pairs).toEqual([
      expect.objectContaining({ a: 'Alpha', b: 'Beta', n: 1, ties: 1 }),
    ]);
  },
} satisfies Cases;
