import { expect, test } from 'vitest';
import { join } from 'node:path';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
  writeRecords,
} from '../../../tests/builders/records.ts';

test('abs is the mean over supported instances, rel is τ times abs', async () => {
  const { rows } = await startReport();

  const [abs, rel] = (await rows({})).filter(
    ({ model, metric }) => model === 'Alpha' && metric === 'StS',
  );

  // answered: 1 → 1, 2 → 0; mean 1/2 over 2 of 4 instances, τ = 1/2, rel = 1/2 · 1/2
  expect(abs).toMatchObject({ group: 'all', mode: 'abs', mean: 0.5, n: 2, nUnscored: 0, tau: 0.5 });
  expect(rel).toMatchObject({ mode: 'rel', mean: 0.25, supportRule: 'has-response' });
  // two values, 0 and 1: resampled means go from 0 to 1
  expect(abs?.ci95).toEqual([0, 1]);
  expect(rel?.ci95).toEqual([0, 0.5]);
});

test('what has no figure is outside the mean and counted beside it', async () => {
  const { rows } = await startReport();

  const [abs] = (await rows({})).filter(
    ({ model, metric }) => model === 'Alpha' && metric === 'SC',
  );

  expect(abs).toMatchObject({ mean: 0.8, n: 1, nUnscored: 1, ci95: [0.8, 0.8] });
});

test('a model without a figure has a row without a mean', async () => {
  const { rows } = await startReport();

  const [abs, rel] = (await rows({})).filter(
    ({ model, metric }) => model === 'Beta' && metric === 'SC',
  );

  expect(abs).toEqual({
    model: 'Beta',
    group: 'all',
    metric: 'SC',
    mode: 'abs',
    n: 0,
    nUnscored: 1,
    tau: 0.25,
    supportRule: 'has-response',
  });
  expect(rel).not.toHaveProperty('mean');
});

test('groups have their own τ, and stand in the order of the facets', async () => {
  const { rows } = await startReport();

  const grouped = (await rows({ groupBy: 'difficulty' })).filter(
    ({ model, metric, mode }) => model === 'Alpha' && metric === 'StS' && mode === 'abs',
  );

  expect(grouped.map(({ group, n, tau, mean }) => [group, n, tau, mean])).toEqual([
    ['1', 1, 1, 1],
    ['2', 1, 0.5, 0],
    ['unknown', 0, 0, undefined],
  ]);
});

test('models are summed up with what there is of each', async () => {
  const { api } = await startReport();

  const { models } = await api.call('models.list', {});

  expect(models).toEqual([
    {
      name: 'Alpha',
      responses: 2,
      unmatched: 1,
      metrics: ['StS', 'LeS', 'SC'],
      hasExampleScores: false,
    },
    { name: 'Beta', responses: 1, unmatched: 0, metrics: ['StS', 'LeS'], hasExampleScores: false },
  ]);
});

async function startReport() {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [
    instanceRecord('1', { difficulty_level: 1 }),
    instanceRecord('2', { difficulty_level: 2 }),
    instanceRecord('3', { difficulty_level: 2 }),
    instanceRecord('4'),
  ]);
  const alpha = writePredictions(dir, 'Alpha', [
    answerRecord('1'),
    answerRecord('2', { output: { content: 'No.' } }),
    answerRecord('99'),
  ]);
  const beta = writePredictions(dir, 'Beta', [answerRecord('1')]);
  const judged = answerRecord('1') as { output: object };
  const sc = writeRecords(join(dir, 'results', 'sc.jsonl'), [
    {
      ...judged,
      output: { ...judged.output, captioned_response: 'My drawing: <image2: a cat>', score: 4 },
    },
  ]);
  const { api, importAll } = await startProject(dir);
  await importAll({
    dataset,
    predictions: [
      { model: 'Alpha', path: alpha },
      { model: 'Beta', path: beta },
      { model: 'Alpha', path: sc },
    ],
  });
  const rows = async (input: { groupBy?: 'difficulty' }) =>
    (await api.call('report.rows', input)).rows;
  return { api, rows };
}
