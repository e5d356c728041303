import { expect, test } from 'vitest';
import { startFigured } from '../../../tests/builders/figured.ts';
import type { ScoreRange } from '../../../shared/model/filter.ts';
import type { Histogram } from '../../../shared/model/histogram.ts';
import { deltaEdges } from './histograms.ts';

const LIMIT_MS = 60_000;
const MODELS = ['Alpha', 'Beta'];

const nonEmpty = ({ edges, counts }: Histogram) =>
  counts.flatMap((count, at) => (count === 0 ? [] : [[edges[at], count]]));

test('differences are counted so that none is in the middle of a part', () => {
  expect(deltaEdges(20)[10]).toBe(-0.05);
  expect(deltaEdges(20)[11]).toBe(0.05);
  expect(deltaEdges(20)).toHaveLength(22);
  expect(deltaEdges(5)).toEqual([-1.25, -0.75, -0.25, 0.25, 0.75, 1.25]);
});

test(
  'each histogram is over all filters but its own range, and brushing it gives what it shows',
  async () => {
    const { api, ids } = await startFigured(
      ['1', '2', '3', '4', '5', '6'],
      {
        Alpha: [1, 2, 3, 4, 5].map((sc) => ({ id: String(sc), sc, hc: sc < 3 ? 1 : 5, sh: 5 })),
        Beta: [1, 2, 3, 4].map((id) => ({ id: String(id), sc: 3, hc: 3, sh: 3 })),
      },
      (id) => ({ difficulty_level: Number(id) <= 3 ? 1 : 2 }),
    );
    const histogramsOf = async (ranges: ScoreRange[], bins = 10) => {
      const filter = { facets: { difficulty: ['1', '2'] }, ranges };
      return await api.call('instances.histograms', { filter, models: MODELS, bins });
    };
    const find = (
      { histograms }: { histograms: Histogram[] },
      metric: string,
      model: string,
      modelB?: string,
    ) => {
      const found = histograms.find(
        (each) => each.metric === metric && each.model === model && each.modelB === modelB,
      );
      if (found === undefined) throw new Error(`there is no histogram of ${metric} and ${model}`);
      return found;
    };

    const all = await histogramsOf([]);
    // one a metric and model, and one for each metric that both have
    expect(all.histograms.map(({ metric, model, modelB }) => [metric, model, modelB])).toEqual([
      ...MODELS.flatMap((model) =>
        ['HC', 'LeS', 'SC', 'SH', 'StS', 'ICS'].map((metric) => [metric, model, undefined]),
      ),
      ...['HC', 'LeS', 'SC', 'SH', 'StS', 'ICS'].map((metric) => [metric, 'Alpha', 'Beta']),
    ]);
    expect(all.total).toBe(6);
    expect(nonEmpty(find(all, 'SC', 'Alpha'))).toEqual(
      [0.2, 0.4, 0.6, 0.8, 0.9].map((edge) => [edge, 1]),
    );
    expect(find(all, 'SC', 'Alpha')).toMatchObject({ n: 5, nUnscored: 1 });
    // Alpha − Beta: −0.4, −0.2, 0, 0.2; 0.6 − 0.6 and 0.8 − 0.6 stand in the middle of their parts
    expect(find(all, 'SC', 'Alpha', 'Beta')).toMatchObject({ n: 4, nUnscored: 2 });
    expect(nonEmpty(find(all, 'SC', 'Alpha', 'Beta')).map(([, count]) => count)).toEqual([
      1, 1, 1, 1,
    ]);

    // SC of Alpha from 0.4 up to but not with 0.8: 2 and 3
    const sc = { metric: 'SC', model: 'Alpha', min: 0.4, max: 0.8 };
    const brushed = await histogramsOf([sc]);
    expect(brushed.total).toBe(2);
    expect(await ids({ ranges: [sc] })).toEqual(['2', '3']);
    expect(find(brushed, 'SC', 'Alpha')).toEqual(find(all, 'SC', 'Alpha'));
    expect(find(brushed, 'HC', 'Alpha')).toMatchObject({ n: 2, nUnscored: 0 });
    expect(nonEmpty(find(brushed, 'HC', 'Alpha'))).toEqual([
      [0.2, 1],
      [0.9, 1],
    ]);

    // two figures: each is seen under the other's range
    const hc = { metric: 'HC', model: 'Alpha', min: 0.9, max: 1 };
    const both = await histogramsOf([sc, hc]);
    expect(await ids({ ranges: [sc, hc] })).toEqual(['3']);
    expect(find(both, 'SC', 'Alpha').n).toBe(3);
    expect(find(both, 'HC', 'Alpha').n).toBe(2);
    expect(find(both, 'SC', 'Beta').n).toBe(1);

    // facets are counted under the ranges
    const { facets } = await api.call('instances.facets', {
      filter: { ranges: [sc] },
      models: MODELS,
    });
    const difficulty = facets.find(({ facet }) => facet === 'difficulty');
    expect(difficulty?.values).toContainEqual({ value: '1', count: 2 });
    expect(difficulty?.values).toContainEqual({ value: '2', count: 0 });
  },
  LIMIT_MS,
);

test(
  'every part of a histogram, brushed, lets through as many as it counts',
  async () => {
    const { api, ids } = await startFigured(
      Array.from({ length: 25 }, (_, at) => String(at + 1)),
      {
        Alpha: Array.from({ length: 25 }, (_, at) => ({
          id: String(at + 1),
          sc: (at % 5) + 1,
          gq: { image2: at * 4 },
        })),
        Beta: Array.from({ length: 23 }, (_, at) => ({
          id: String(at + 1),
          sc: ((at * 7) % 5) + 1,
          gq: { image2: 100 - at * 3.5 },
        })),
      },
    );
    for (const bins of [10, 20]) {
      const { histograms } = await api.call('instances.histograms', {
        filter: {},
        models: MODELS,
        bins,
      });
      for (const { metric, model, modelB, edges, counts, n, nUnscored } of histograms) {
        expect(n + nUnscored).toBe(25);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
        if (metric !== 'GQ' && metric !== 'SC') continue;
        for (const [at, count] of counts.entries()) {
          const range = {
            metric,
            model,
            ...(modelB === undefined ? {} : { modelB }),
            min: edges[at]!,
            max: edges[at + 1]!,
          };
          expect(await ids({ ranges: [range] }), JSON.stringify(range)).toHaveLength(count);
        }
      }
    }
  },
  LIMIT_MS,
);
