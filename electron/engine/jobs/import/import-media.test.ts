// Where the files of a record are looked for.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../../tests/builders/records.ts';

test('a path that leaves the opened folder is refused, shown and reported', async () => {
  const dir = makeFolder();
  writeText(join(dir, 'secret.png'), 'not yours');
  const modal = { image2: '../../../secret.png' };
  const dataset = writeDataset(dir, [
    instanceRecord('1', { output: { content: '<image2>', modal } }),
  ]);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  expect(instance.reference.items[0]?.media).toMatchObject({
    kind: 'refused',
    value: modal.image2,
  });
  expect(instance.problems.map(({ code }) => code)).toContain('path-refused');
});

test('media keep their place, whatever their names look like, and missing ones are reported once', async () => {
  const dir = makeFolder();
  const name = 'a&b #1 100% 图片.png';
  const dataset = writeDataset(dir, [
    instanceRecord('1', { output: { content: '<image2>', modal: { image2: `image/${name}` } } }),
  ]);
  const file = writeText(join(dataset, 'natural_science', 'chemistry', 'image', name), 'x');
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  expect(instance.reference.items[0]?.media).toMatchObject({ kind: 'file', path: file });
  expect(instance.task.items[0]?.media).toMatchObject({ kind: 'missing', value: 'image/in.png' });
  const { problems } = await api.call('problems.page', { quirk: 10, offset: 0, limit: 10 });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain('Looked for 2 media files and did not find 1');
});

test('a model is never given the dataset’s file of the same name', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  writeText(join(dataset, 'natural_science', 'chemistry', 'image', 'out.png'), 'x');
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('1', { output: { content: '<image2>', modal: { image2: 'image/out.png' } } }),
  ]);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  expect(instance.responses[0]?.sequence.items[0]?.media.kind).toBe('missing');
});
