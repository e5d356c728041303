// What is read again when files changed, and what stays.
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpProject } from '../../../../tests/builders/dump.ts';
import { ALL_ROWS, startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../../tests/builders/records.ts';

test('a second import of the same files changes nothing', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('1')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('99')]);
  const request = { dataset, predictions: [{ model: 'Alpha', path }] };
  const { importAll, projectDir, indexed } = await startProject(dir);
  await importAll(request);
  await indexed();
  const before = dumpProject(projectDir);

  const progress = await importAll(request);

  expect(progress).toMatchObject({ phase: 'done', filesTotal: 2, filesUnchanged: 2 });
  expect(dumpProject(projectDir)).toBe(before);
});

test('a file with a new time but its old content is not read again', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { importAll, indexed } = await startProject(dir);
  await importAll({ dataset });
  await indexed();
  const file = join(dataset, 'natural_science', 'chemistry', 'image_image.jsonl');
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));

  const progress = await importAll({ dataset });

  expect(progress.filesUnchanged).toBe(1);
});

test('a changed file of the dataset is read again, and what refers to it follows', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('2')]);
  const { api, importAll } = await startProject(dir);
  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });

  const twoImages = {
    content: 'Here: <image2> and <audio1>',
    modal: { image2: 'image/out.png', audio1: 'audio/out.mp3' },
  };
  writeDataset(dir, [instanceRecord('1', { output: twoImages }), instanceRecord('3')]);
  await importAll({ dataset });

  const { rows } = await api.call('instances.page', ALL_ROWS);
  expect(rows.map(({ id, responses }) => [id, responses[0]?.scores])).toEqual([
    // image 1 of 1 → 1, audio 0 of 1 → 0: StS = 1/2; one of two modalities: LeS = 1/2
    ['1', { StS: 0.5, LeS: 0.5 }],
    ['3', {}],
  ]);
  const { models } = await api.call('models.list', {});
  expect(models[0]).toMatchObject({ responses: 1, unmatched: 1 });
  const { problems } = await api.call('problems.page', {
    code: 'unmatched-response',
    offset: 0,
    limit: 10,
  });
  expect(problems.map(({ key }) => key)).toEqual(['natural_science/chemistry/2']);
});

test('a changed file of predictions is read again, and nothing of the old one stays', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('2')]);
  const request = { dataset, predictions: [{ model: 'Alpha', path }] };
  const { api, importAll } = await startProject(dir);
  await importAll(request);

  writePredictions(dir, 'Alpha', [answerRecord('2', { output: { content: 'New answer.' } })]);
  await importAll(request);

  const gone = await api.call('instances.get', { key: 'natural_science/chemistry/1', models: [] });
  const kept = await api.call('instances.get', { key: 'natural_science/chemistry/2', models: [] });
  expect(gone.instance.responses).toEqual([]);
  expect(kept.instance.responses.map(({ sequence }) => sequence.content)).toEqual(['New answer.']);
});

test('a renamed file does not double its instances', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { api, importAll } = await startProject(dir);
  await importAll({ dataset });
  const folder = join(dataset, 'natural_science', 'chemistry');
  renameSync(join(folder, 'image_image.jsonl'), join(folder, 'image_audio.jsonl'));

  await importAll({ dataset });

  const { rows } = await api.call('instances.page', ALL_ROWS);
  expect(rows.map(({ key }) => key)).toEqual(['natural_science/chemistry/1']);
});

test('a dataset whose folder is away keeps what was read from it', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { api, importAll } = await startProject(dir);
  await importAll({ dataset });
  rmSync(dataset, { recursive: true });

  await importAll({ dataset });

  const { total } = await api.call('instances.page', ALL_ROWS);
  expect(total).toBe(1);
  const { problems } = await api.call('problems.page', { offset: 0, limit: 10, severity: 'error' });
  expect(problems.length).toBeGreaterThan(0);
});
