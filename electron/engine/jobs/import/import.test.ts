import { rmSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpProject } from '../../../../tests/builders/dump.ts';
import { startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  record,
  writeDataset,
  writePredictions,
  writeRecords,
} from '../../../../tests/builders/records.ts';

const BY_KEY = { by: 'key', descending: false } as const;
const ALL = { filter: {}, sort: BY_KEY, models: [], offset: 0, limit: 100 };

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
  const { rows } = await api.call('instances.page', ALL);
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

  const { rows } = await api.call('instances.page', ALL);
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

  const { rows } = await api.call('instances.page', ALL);
  expect(rows.map(({ key }) => key)).toEqual(['natural_science/chemistry/1']);
});

test('a dataset whose folder is away keeps what was read from it', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { api, importAll } = await startProject(dir);
  await importAll({ dataset });
  rmSync(dataset, { recursive: true });

  await importAll({ dataset });

  const { total } = await api.call('instances.page', ALL);
  expect(total).toBe(1);
  const { problems } = await api.call('problems.page', { offset: 0, limit: 10, severity: 'error' });
  expect(problems.length).toBeGreaterThan(0);
});

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

  const { rows } = await api.call('instances.page', ALL);
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

test('results that came before their dataset are read again when it comes', async () => {
  const dir = makeFolder();
  const file = writeRecords(join(dir, 'results', 'gq.jsonl'), [
    { ...(answerRecord('1') as object), scores: { image2: 50 } },
  ]);
  const { api, importAll } = await startProject(dir);
  await importAll({ predictions: [{ model: 'Alpha', path: file }] });

  await importAll({ dataset: writeDataset(dir, [instanceRecord('1')]) });

  const { rows } = await api.call('instances.page', ALL);
  expect(rows[0]?.responses[0]?.scores).toMatchObject({ GQ: 0.5 });
  const { problems } = await api.call('problems.page', {
    code: 'unmatched-response',
    offset: 0,
    limit: 10,
  });
  expect(problems).toEqual([]);
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
