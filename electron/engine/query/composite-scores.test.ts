import { describe, expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import { writeResults, type JudgedAnswer } from '../../../tests/builders/results.ts';
import type { Score } from '../../../shared/model/score.ts';

const IDS = ['1', '2', '3', '4', '5'];
const keyOf = (id: string) => `natural_science/chemistry/${id}`;

describe('composites of one response', () => {
  test('are computed from imported parts, with all that they are made of', async () => {
    const { find } = await startJudged([
      { id: '1', sc: 4, gq: { image2: 90, text: 70 }, hc: 5, sh: 3 },
    ]);

    // GQ = (0.9 + 0.7)/2 = 0.8; SQCS = 0.8 · (0.7 + 0.3 · 0.8); ICS = 0.8 · 1 + 0.2 · 0.6
    const sqcs = await find('1', 'SQCS');
    expect(sqcs.value).toBeCloseTo(0.8 * (0.7 + 0.3 * 0.8), 12);
    expect((await find('1', 'ICS')).value).toBeCloseTo(0.8 + 0.2 * 0.6, 12);
    expect(sqcs.source).toEqual({ kind: 'computed', isExample: false });
    expect(sqcs.evidence).toMatchObject({
      formula: 'SC · (η + (1 − η) · GQ)',
      eta: 0.7,
      parts: [
        { metric: 'SC', value: 0.8, n: 1, nUnscored: 0, source: { kind: 'imported' } },
        {
          metric: 'GQ',
          n: 2,
          nUnscored: 0,
          items: [
            { tag: 'text', value: 0.7 },
            { tag: 'image2', value: 0.9 },
          ],
        },
      ],
    });
  });

  test('name the part that is missing, and why', async () => {
    const { find } = await startJudged([
      { id: '1', sc: 4 },
      { id: '2', sc: null, gq: { image2: 50 } },
      { id: '3', sc: 4, gq: { image2: null } },
      { id: '4', hc: 3, sh: null },
    ]);
    const whyNot = async (id: string, metric: string) => (await find(id, metric)).unscored;

    expect(await whyNot('1', 'SQCS')).toEqual({
      code: 'not-run',
      reason: 'No GQ: GQ was neither computed nor imported.',
    });
    expect(await whyNot('2', 'SQCS')).toMatchObject({ code: 'imported-null' });
    expect((await whyNot('2', 'SQCS'))?.reason).toMatch(/^No SC: /);
    expect(await whyNot('3', 'SQCS')).toMatchObject({ code: 'imported-null' });
    expect((await whyNot('3', 'SQCS'))?.reason).toMatch(/^No GQ: /);
    expect(await whyNot('4', 'ICS')).toMatchObject({ code: 'imported-null' });
    expect((await whyNot('4', 'ICS'))?.reason).toMatch(/^No SH: /);
  });

  test('count generated items without a figure beside the mean', async () => {
    const { find } = await startJudged([{ id: '1', sc: 5, gq: { image2: 60 } }]);

    // the text was not rated: GQ is the image's alone
    const { value, evidence } = await find('1', 'SQCS');
    expect(value).toBeCloseTo(0.7 + 0.3 * 0.6, 12);
    expect(evidence).toMatchObject({
      parts: [{}, { n: 1, nUnscored: 1, items: [{ tag: 'text' }, { tag: 'image2' }] }],
    });
  });

  test('are 0 where nothing is right, however it looks', async () => {
    const { find } = await startJudged([
      { id: '1', sc: 0 },
      { id: '2', sc: 0, gq: { image2: 99 } },
    ]);

    expect((await find('1', 'SQCS')).value).toBe(0);
    expect((await find('2', 'SQCS')).value).toBe(0);
  });

  test('are left out where nothing at all is known of their parts', async () => {
    const { scoresOf } = await startJudged([{ id: '1', hc: 5, sh: 5 }]);

    expect((await scoresOf('1')).map(({ metric }) => metric)).toEqual([
      'StS',
      'LeS',
      'ICS',
      'HC',
      'SH',
    ]);
    expect((await scoresOf('2')).map(({ metric }) => metric)).toEqual(['StS', 'LeS']);
  });

  test('follow η at once', async () => {
    const { api, find } = await startJudged([{ id: '1', sc: 5, gq: { image2: 0 }, hc: 5, sh: 1 }]);

    await api.call('settings.save', { settings: { scoring: { sqcsEta: 0.25, icsEta: 0.5 } } });

    expect((await find('1', 'SQCS')).value).toBeCloseTo(0.25, 12);
    expect((await find('1', 'ICS')).value).toBeCloseTo(0.5 + 0.5 * 0.2, 12);
  });
});

describe('composites of a model', () => {
  const judged: JudgedAnswer[] = [
    { id: '1', sc: 1, gq: { image2: 100 } },
    { id: '2', sc: 5, gq: { image2: 0 } },
    { id: '3', sc: 3, gq: { image2: null } },
    { id: '4', sc: 0 },
  ];
  /** 1: 0.2 · 1; 2: 1 · 0.7; 3: no GQ; 4: 0; 5: no SC. */
  const VALUES = { '2': 0.7, '1': 0.2, '4': 0 };

  test('stand in rows and can be sorted by, those without a figure last', async () => {
    const { api } = await startJudged(judged);

    const { rows } = await api.call('instances.page', {
      filter: {},
      sort: { by: 'score', metric: 'SQCS', model: 'Alpha', descending: true },
      models: ['Alpha'],
      offset: 0,
      limit: 10,
    });

    expect(rows.map(({ id, responses }) => [id, responses[0]?.scores['SQCS']])).toEqual([
      ['2', VALUES['2']],
      ['1', VALUES['1']],
      ['4', VALUES['4']],
      ['3', undefined],
      ['5', undefined],
    ]);
  });

  test('are averaged an instance at a time, those without a figure counted beside', async () => {
    const { api } = await startJudged(judged);

    const { rows } = await api.call('report.rows', {});
    const row = rows.find(({ metric, mode }) => metric === 'SQCS' && mode === 'abs');

    expect(row).toMatchObject({ n: 3, nUnscored: 2 });
    expect(row?.mean).toBeCloseTo((0.7 + 0.2 + 0) / 3, 12);
  });

  test('are among its metrics, in their place', async () => {
    const { api } = await startJudged(judged);

    const { models } = await api.call('models.list', {});

    expect(models[0]?.metrics).toEqual(['StS', 'LeS', 'SQCS', 'SC', 'GQ']);
  });
});

test('composites of example parts are examples', async () => {
  const { find } = await startJudged([{ id: '1', sc: 4, gq: { image2: 90 } }], true);

  expect((await find('1', 'SQCS')).source).toEqual({ kind: 'computed', isExample: true });
});

async function startJudged(judged: readonly JudgedAnswer[], markAsExample = false) {
  const dir = makeFolder();
  const dataset = writeDataset(
    dir,
    IDS.map((id) => instanceRecord(id)),
  );
  const path = writePredictions(
    dir,
    'Alpha',
    IDS.map((id) => answerRecord(id)),
  );
  const { api, importAll } = await startProject(dir);
  await importAll({
    dataset,
    predictions: [
      { model: 'Alpha', path },
      { model: 'Alpha', path: writeResults(dir, 'Alpha', judged) },
    ],
    markAsExample,
  });
  const scoresOf = async (id: string): Promise<Score[]> => {
    const { instance } = await api.call('instances.get', { key: keyOf(id), models: [] });
    return instance.responses[0]?.scores ?? [];
  };
  const find = async (id: string, metric: string): Promise<Score> => {
    const score = (await scoresOf(id)).find((one) => one.metric === metric);
    if (score === undefined) throw new Error(`${id} has no ${metric}`);
    return score;
  };
  return { api, scoresOf, find };
}
