// What an import reads and says, and how it ends.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_ROWS, startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  record,
  writeDataset,
  writePredictions,
  writeRecords,
} from '../../../../tests/builders/records.ts';

test('instances, responses and their structure scores are there after an import', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('1'),
    answerRecord('2', { output: { content: 'I cannot draw.' } }),
  ]);
  const { api, importAll } = await startProject(dir);

  const progress = await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });

  expect(progress).toMatchObject({ phase: 'done', instances: 2, responses: 2, filesDone: 2 });
  const { rows } = await api.call('instances.page', ALL_ROWS);
  expect(rows.map(({ key, referenceStrip }) => [key, referenceStrip])).toEqual([
    ['natural_science/chemistry/1', 'T I2'],
    ['natural_science/chemistry/2', 'T I2'],
  ]);
  // one image asked for: given → F1 = 1; not given → F1 = 0
  expect(rows.map(({ responses }) => responses[0]?.scores)).toEqual([
    { StS: 1, LeS: 1 },
    { StS: 0, LeS: 0 },
  ]);
});

test('captions, ratings and capabilities come from their own files', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const captions = join(dir, 'qapairs_caption');
  writeRecords(join(captions, 'natural_science', 'chemistry', 'image_image.jsonl'), [
    instanceRecord('1', {
      output: {
        content: 'Here it is: <image2: a blue circle>',
        modal: { image2: 'image/out.png' },
      },
    }),
  ]);
  const capabilities = writeText(
    join(dir, 'capabilities.csv'),
    'domain,subdomain,id,capabilities\nnatural_science,chemistry,1,"C1;C9"\n',
  );
  const rating = {
    ...(record({ id: '1' }) as object),
    model: 'Alpha',
    metric: 'SC',
    rater: 'me',
    value: 4,
    ratedAt: '2026-01-01T00:00:00Z',
  };
  const ratings = writeText(join(dir, 'ratings.jsonl'), `${JSON.stringify(rating)}\n`);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset, captions, capabilities, ratings: [ratings] });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  const { report } = await api.call('import.report', {});
  expect(instance.reference.items[0]?.caption).toBe('a blue circle');
  expect(instance.capabilities).toEqual(['C1', 'C9']);
  expect(report).toMatchObject({ captions: 1, ratings: 1, instances: 1 });
});

test('official result files give scores with their source, captions, and missing responses', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const results = join(dir, 'results');
  const answer = answerRecord('1') as { output: object };
  writeRecords(join(results, 'gq.jsonl'), [{ ...answer, scores: { image2: 91.1 } }]);
  writeRecords(join(results, 'ics.jsonl'), [
    {
      ...(record({ id: '1' }) as object),
      content: 'My drawing: <image2: a red square>',
      modal: { image2: 'a red square' },
      score: { coherence: 4, style_consistency: 5 },
    },
  ]);
  const { api, importAll } = await startProject(dir);

  await importAll({
    dataset,
    predictions: [{ model: 'Alpha', path: results }],
    markAsExample: true,
  });

  const { instance } = await api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });
  const response = instance.responses[0];
  expect(response?.sequence.content).toBe('My drawing: <image2>');
  expect(response?.sequence.items[0]?.caption).toBe('a red square');
  expect(response?.scores.map(({ metric, tag, value }) => [metric, tag, value])).toEqual([
    ['StS', undefined, 1],
    ['LeS', undefined, 1],
    // there is no SC that it could be made of
    ['SQCS', undefined, undefined],
    ['GQ', 'image2', expect.closeTo(0.911, 9)],
    // 0.8 · 0.8 + 0.2 · 1
    ['ICS', undefined, expect.closeTo(0.84, 9)],
    ['HC', undefined, 0.8],
    ['SH', undefined, 1],
  ]);
  expect(response?.scores.at(-1)?.source).toMatchObject({
    kind: 'imported',
    isExample: true,
    origin: join(results, 'ics.jsonl'),
  });
});

test('files that cannot be read as what was asked for are left out with a word', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const results = writeRecords(join(dataset, 'gq.jsonl'), [
    { ...(answerRecord('1') as object), scores: { image2: 50 } },
  ]);
  const prose = writeText(join(dataset, 'notes.jsonl'), 'nothing but prose');
  const { api, importAll } = await startProject(dir);

  const progress = await importAll({ dataset });

  const { problems } = await api.call('problems.page', { code: 'no-record', offset: 0, limit: 10 });
  expect(progress).toMatchObject({ phase: 'done', filesTotal: 1, instances: 1 });
  expect(problems.map(({ file }) => file).sort()).toEqual([results, prose].sort());
});

test('predictions inside the dataset’s folder are not taken for instances', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const path = join(dataset, 'answers');
  writeRecords(join(path, 'a.jsonl'), [answerRecord('1')]);
  const { importAll } = await startProject(dir);

  const progress = await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });

  expect(progress).toMatchObject({ instances: 1, responses: 1 });
});

test('what a record’s tags say about it is reported with its line', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [
    instanceRecord('1', { output: { content: '<image2> <image9>', modal: { image2: 'a.png' } } }),
  ]);
  const { api, importAll } = await startProject(dir);

  await importAll({ dataset });

  const { problems } = await api.call('problems.page', { quirk: 19, offset: 0, limit: 10 });
  expect(problems).toMatchObject([
    { severity: 'warning', line: 1, key: 'natural_science/chemistry/1' },
  ]);
});

test('a folder that is not there is a problem of the report, not the end of the import', async () => {
  const dir = makeFolder();
  const { api, importAll } = await startProject(dir);

  const progress = await importAll({ dataset: join(dir, 'nowhere') });

  const { problems } = await api.call('problems.page', { severity: 'error', offset: 0, limit: 10 });
  expect(progress.phase).toBe('done');
  expect(problems).toHaveLength(1);
});

test('only one import runs at a time', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { api, waitFor } = await startProject(dir);
  const done = waitFor('import.progress', ({ phase }) => phase === 'done');
  await api.call('import.start', { dataset });

  await expect(api.call('import.start', { dataset })).rejects.toMatchObject({ code: 'busy' });
  await done;
});

test('a cancelled import keeps what it has read, and the next one reads the rest', async () => {
  const dir = makeFolder();
  for (let file = 0; file < 30; file++) {
    const records = Array.from({ length: 100 }, (_, at) => instanceRecord(`${file * 100 + at}`));
    writeRecords(join(dir, 'dataset', `part-${file}.jsonl`), records);
  }
  const dataset = join(dir, 'dataset');
  const { api, waitFor, importAll } = await startProject(dir);
  const ended = waitFor(
    'import.progress',
    ({ phase }) => phase === 'cancelled' || phase === 'done',
  );
  await api.call('import.start', { dataset });
  await api.call('import.cancel', {});
  expect((await ended).phase).toBe('cancelled');

  const progress = await importAll({ dataset });

  expect(progress).toMatchObject({ phase: 'done', instances: 3_000 });
});
