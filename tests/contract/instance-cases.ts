// Cases of what is asked of instances; part of `cases.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { KEYS } from './dataset.ts';
import type { Cases } from './world.ts';

const everything = { filter: {}, models: ['Alpha', 'Beta'] };
/** By key is by field in the paper's order: natural science, social science, general area. */
const byKey = { by: 'key', descending: false } as const;

export const INSTANCE_CASES = {
  'instances.page': async ({ api }) => {
    const input = { ...everything, sort: byKey, offset: 0, limit: 1 };

    const { rows, total } = await api.call('instances.page', input);

    expect(total).toBe(3);
    expect(rows.map(({ key }) => key)).toEqual([KEYS.physics]);
    expect(rows[0]?.responses.map(({ scores }) => scores.StS)).toEqual([1, 1]);
  },
  'instances.facets': async ({ api }) => {
    const filter = { facets: { field: ['natural_science'] } };

    const { facets, total } = await api.call('instances.facets', { ...everything, filter });

    expect(total).toBe(1);
    const fields = facets.find(({ facet }) => facet === 'field');
    expect(fields?.values.map(({ count }) => count)).toEqual([1, 1, 1]);
  },
  'instances.position': async ({ api }) => {
    const input = { ...everything, sort: byKey, key: KEYS.law };

    expect(await api.call('instances.position', input)).toEqual({
      index: 1,
      total: 3,
      first: KEYS.physics,
      previous: KEYS.physics,
      next: KEYS.travel,
      last: KEYS.travel,
    });
  },
  'instances.find': async ({ api }) => {
    const { keys } = await api.call('instances.find', { text: 'physics/1', limit: 5 });

    expect(keys).toEqual([KEYS.physics]);
  },
  'instances.get': async ({ api }) => {
    const input = { key: KEYS.physics, models: ['Beta', 'Alpha'] };

    const { instance } = await api.call('instances.get', input);

    expect(instance.responses.map(({ model }) => model)).toEqual(['Beta', 'Alpha']);
    expect(instance.reference.strip).toBe('T I2 T');
    await expect(api.call('instances.get', { key: 'a/b/c', models: [] })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'instances.distribution': async ({ api }) => {
    const input = { models: ['Alpha', 'Beta'], key: KEYS.physics };
    const { distributions } = await api.call('instances.distribution', input);

    // each figure is its model's own: as many as it answered, this one among them
    const structure = distributions.filter(({ metric }) => metric === 'StS');
    expect(structure.map(({ model }) => model)).toEqual(['Alpha', 'Beta']);
    for (const { bins, n, nUnscored, place } of structure) {
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(n);
      expect(n + nUnscored).toBe(3);
      expect(place?.percentile).toBeCloseTo(
        ((place?.below ?? 0) + (place?.equal ?? 0) / 2) / n,
        12,
      );
    }

    const filter = { facets: { field: ['general_area'] } };
    const { distributions: few } = await api.call('instances.distribution', { ...input, filter });
    const [alpha] = few.filter(({ metric }) => metric === 'StS');
    expect((alpha?.n ?? 0) + (alpha?.nUnscored ?? 0)).toBe(1);
    expect(alpha?.place?.below ?? 0).toBeLessThan(1);
  },
  'instances.histograms': async ({ api }) => {
    const { histograms, total } = await api.call('instances.histograms', { ...everything });

    expect(total).toBe(3);
    const ofAlpha = histograms.find(({ metric, model }) => metric === 'StS' && model === 'Alpha');
    expect(ofAlpha).toMatchObject({ n: 3, nUnscored: 0 });
    expect(ofAlpha?.edges).toHaveLength((ofAlpha?.counts.length ?? 0) + 1);
    // Beta answered one: a difference there, and none elsewhere
    const delta = histograms.find(({ metric, modelB }) => metric === 'StS' && modelB === 'Beta');
    expect(delta).toMatchObject({ model: 'Alpha', n: 1, nUnscored: 2 });
    const filter = { ranges: [{ metric: 'nothing', model: 'Alpha' }] };
    await expect(api.call('instances.histograms', { ...everything, filter })).rejects.toMatchObject(
      { code: 'bad-query' },
    );
  },
  'instances.modes': async ({ api }) => {
    const { modes, metric, a, b } = await api.call('instances.modes', { ...everything });

    expect([metric, a, b]).toEqual(['StS', 'Alpha', 'Beta']);
    expect(modes.find(({ mode }) => mode === 'failed')).toMatchObject({ count: 2 });
    const filter = { mode: 'failed' } as const;
    expect(await api.call('instances.facets', { ...everything, filter })).toMatchObject({
      total: 2,
    });
  },
  'instances.vocabulary': async ({ api }) => {
    const { vocabulary } = await api.call('instances.vocabulary', {});

    expect(vocabulary.models).toEqual(['Alpha', 'Beta']);
    expect(vocabulary.values.subdomain).toEqual(['law', 'physics', 'travel']);
    const having = Object.fromEntries(vocabulary.metrics.map(({ id, models }) => [id, models]));
    expect(having).toMatchObject({ StS: ['Alpha', 'Beta'], SC: [] });
  },
  'export.instances': async ({ api, dir, dataset }) => {
    const path = join(dir, 'set.csv');
    const input = { ...everything, filter: { expression: 'StS("Alpha") = 1' }, path };

    const { records } = await api.call('export.instances', { ...input, as: 'csv' });

    const [heading = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(records);
    expect(heading.split(',')).toEqual(
      expect.arrayContaining(['key', 'StS Alpha', 'responded Beta']),
    );
    expect(lines[0]).toContain(KEYS.physics);
    await api.call('export.instances', { ...input, as: 'jsonl' });
    const [first] = readFileSync(path, 'utf8').split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      key: KEYS.physics,
      models: { Alpha: { hasResponse: true, scores: { StS: 1 } } },
    });
    await expect(
      api.call('export.instances', { ...input, as: 'csv', path: dataset }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  },
} satisfies Cases;
