// Which instance a response or a result belongs to, in whatever order they come.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_ROWS, startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
  writeRecords,
} from '../../../../tests/builders/records.ts';

test('two records of one id are both kept, and each gets its own response', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('7'), instanceRecord('007')]);
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('7', { output: { content: 'first' } }),
    answerRecord('7', { output: { content: 'second' } }),
  ]);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });

  const contents = await Promise.all(
    ['natural_science/chemistry/7', 'natural_science/chemistry/7/2'].map(async (key) => {
      const { instance } = await api.call('instances.get', { key, models: [] });
      return instance.responses[0]?.sequence.content;
    }),
  );
  expect(contents).toEqual(['first', 'second']);
  const { problems } = await api.call('problems.page', { quirk: 9, offset: 0, limit: 10 });
  expect(problems.map(({ key, line }) => [key, line])).toEqual([
    ['natural_science/chemistry/7/2', 18],
  ]);
});

test('predictions that came before their dataset are matched when it comes', async () => {
  const dir = makeFolder();
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('1', {
      output: { content: 'As in <image1>: <image2>', modal: { image2: 'x.png' } },
    }),
  ]);
  const { api, importAll } = await startProject(dir);
  await importAll({ predictions: [{ model: 'Alpha', path }] });
  const early = await api.call('problems.page', {
    code: 'unmatched-response',
    offset: 0,
    limit: 10,
  });

  await importAll({ dataset: writeDataset(dir, [instanceRecord('1')]) });

  const { rows } = await api.call('instances.page', ALL_ROWS);
  const late = await api.call('problems.page', {
    code: 'unmatched-response',
    offset: 0,
    limit: 10,
  });
  expect([early.total, late.total]).toEqual([1, 0]);
  // `<image1>` is the input's, which was not known when the response was read
  expect(rows[0]?.responses[0]).toMatchObject({ strip: 'T I1^ I2', scores: { StS: 1, LeS: 1 } });
});

test('a second response of the same model is kept aside and reported', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const folder = join(dir, 'predictions');
  writeRecords(join(folder, 'a.jsonl'), [answerRecord('1', { output: { content: 'first' } })]);
  writeRecords(join(folder, 'b.jsonl'), [answerRecord('1', { output: { content: 'second' } })]);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset, predictions: [{ model: 'Alpha', path: folder }] });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  expect(instance.responses.map(({ sequence }) => sequence.content)).toEqual(['first']);
  expect(instance.problems.map(({ code }) => code)).toContain('duplicate-response');
});

test('results that came before their dataset are read again when it comes', async () => {
  const dir = makeFolder();
  const file = writeRecords(join(dir, 'results', 'gq.jsonl'), [
    { ...(answerRecord('1') as object), scores: { image2: 50 } },
  ]);
  const { api, importAll } = await startProject(dir);
  await importAll({ predictions: [{ model: 'Alpha', path: file }] });

  await importAll({ dataset: writeDataset(dir, [instanceRecord('1')]) });

  const { rows } = await api.call('instances.page', ALL_ROWS);
  expect(rows[0]?.responses[0]?.scores).toMatchObject({ GQ: 0.5 });
  const { problems } = await api.call('problems.page', {
    code: 'unmatched-response',
    offset: 0,
    limit: 10,
  });
  expect(problems).toEqual([]);
});
