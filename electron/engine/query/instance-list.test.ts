import { expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder, writeText } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import type { InstanceFilter, InstanceSort } from '../../../shared/model/filter.ts';
import { join } from 'node:path';

const BY_KEY: InstanceSort = { by: 'key', descending: false };

test('values inside a facet are alternatives, facets are joined by and', async () => {
  const { ids } = await startList();

  expect(await ids({ facets: { difficulty: ['1', '3'] } })).toEqual(['1', '3']);
  expect(await ids({ facets: { difficulty: ['unknown'] } })).toEqual(['10']);
  expect(await ids({ facets: { difficulty: ['1', '2'], outputModality: ['audio'] } })).toEqual([
    '2',
  ]);
  expect(await ids({ facets: { subdomain: ['math'] } })).toEqual(['10']);
  expect(await ids({ facets: { capability: ['C1'] } })).toEqual(['1', '2']);
  expect(await ids({ facets: { combination: ['image → image+audio'] } })).toEqual(['2']);
});

test('all modalities named must be there; text means that there is nothing else', async () => {
  const { ids } = await startList();

  expect(await ids({ facets: { outputModality: ['image', 'audio'] } })).toEqual(['2']);
  expect(await ids({ facets: { inputModality: ['text'] } })).toEqual(['10']);
  expect(await ids({ facets: { inputModality: ['smell'] } })).toEqual([]);
});

test('a state is about the models chosen', async () => {
  const { ids } = await startList();

  expect(await ids({ state: 'answered' }, ['Beta'])).toEqual(['1']);
  expect(await ids({ state: 'unanswered' }, ['Beta'])).toEqual(['2', '3', '10']);
  expect(await ids({ state: 'unanswered' }, ['Alpha'])).toEqual(['10']);
  expect(await ids({ state: 'problems' })).toEqual(['3']);
});

test('marks of the structure filter, count and sort by the models chosen', async () => {
  const { api, ids } = await startList();
  const marks = async (models: string[]) => {
    const { facets } = await api.call('instances.facets', { filter: {}, models });
    const own = facets.find(({ facet }) => facet === 'mark');
    return own?.values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]);
  };

  // Alpha: 1 is as expected, 2 lacks a sound, 3's picture is refused, but it is tagged and has an entry
  expect(await marks(['Alpha'])).toEqual([
    ['missing', 1],
    ['none', 2],
  ]);
  expect(await marks(['Beta'])).toEqual([['missing', 1]]);
  expect(await ids({ facets: { mark: ['missing'] } }, ['Alpha'])).toEqual(['2']);
  expect(await ids({ facets: { mark: ['missing'] } }, ['Alpha', 'Beta'])).toEqual(['1', '2']);
  expect(await ids({ facets: { mark: ['orphan'] } }, ['Alpha'])).toEqual([]);
  const byMarks = { by: 'marks', model: 'Alpha', descending: true } as const;
  expect(await ids({}, ['Alpha'], byMarks)).toEqual(['2', '1', '3', '10']);
});

test('each facet is counted under all filters but its own', async () => {
  const { api } = await startList();

  const { facets, total } = await api.call('instances.facets', {
    filter: { facets: { difficulty: ['1'], subdomain: ['chemistry'] } },
    models: [],
  });

  const counts = (facet: string) =>
    facets.find((each) => each.facet === facet)?.values.map(({ value, count }) => [value, count]);
  expect(total).toBe(1);
  // chemistry only: 1, 2 and 3 have levels 1, 2, 3; math's is unknown
  expect(counts('difficulty')).toEqual([
    ['1', 1],
    ['2', 1],
    ['3', 1],
    ['unknown', 0],
  ]);
  // level 1 only: none in math
  expect(counts('subdomain')).toEqual([
    ['chemistry', 1],
    ['math', 0],
  ]);
  expect(counts('outputModality')).toEqual([
    ['text', 0],
    ['image', 1],
    ['audio', 0],
  ]);
});

test('unscored ones come last whichever way it is sorted, equal ones in the order of their keys', async () => {
  const { ids } = await startList();
  const by = (descending: boolean): InstanceSort => ({
    by: 'score',
    metric: 'StS',
    model: 'Alpha',
    descending,
  });

  // 1 and 3: image of image = 1; 2: image of image + audio = 1/2; 10: no response
  expect(await ids({}, [], by(true))).toEqual(['1', '3', '2', '10']);
  expect(await ids({}, [], by(false))).toEqual(['2', '1', '3', '10']);
  expect(await ids({}, [], { by: 'difficulty', descending: true })).toEqual(['3', '2', '1', '10']);
  expect(await ids({}, [], { by: 'problems', descending: true })).toEqual(['3', '1', '2', '10']);
  expect(await ids({}, [], { by: 'key', descending: true })).toEqual(['10', '3', '2', '1']);
});

test('a delta needs both figures', async () => {
  const { ids } = await startList();
  const sort: InstanceSort = {
    by: 'delta',
    metric: 'StS',
    modelA: 'Alpha',
    modelB: 'Beta',
    descending: true,
  };

  // 1: 1 − 0 = 1; the others have no response of Beta
  expect(await ids({}, [], sort)).toEqual(['1', '2', '3', '10']);
  expect(await ids({}, [], { ...sort, descending: false })).toEqual(['1', '2', '3', '10']);
});

test('a page is a part of the list, with its length', async () => {
  const { api } = await startList();

  const page = { filter: {}, sort: BY_KEY, models: ['Beta'], offset: 1, limit: 2 };
  const { rows, total } = await api.call('instances.page', page);

  expect(total).toBe(4);
  expect(rows.map(({ id, responses }) => [id, responses.map(({ model }) => model)])).toEqual([
    ['2', ['Beta']],
    ['3', ['Beta']],
  ]);
});

test('the position of an instance, and what stands around it', async () => {
  const { api, keyOf } = await startList();
  const ask = (id: string, filter: InstanceFilter = {}) =>
    api.call('instances.position', { filter, sort: BY_KEY, models: [], key: keyOf(id) });

  expect(await ask('2')).toEqual({
    index: 1,
    total: 4,
    previous: keyOf('1'),
    next: keyOf('3'),
    first: keyOf('1'),
    last: keyOf('10'),
  });
  expect(await ask('1')).not.toHaveProperty('previous');
  // not in the filtered list, which still has its ends
  expect(await ask('1', { facets: { difficulty: ['2'] } })).toEqual({
    total: 1,
    first: keyOf('2'),
    last: keyOf('2'),
  });
});

test('keys are found by id, padded or not, by their beginning and by any part', async () => {
  const { api, keyOf } = await startList();
  const find = async (text: string) => (await api.call('instances.find', { text, limit: 10 })).keys;

  expect(await find('0010')).toEqual([keyOf('10')]);
  expect(await find('1')).toEqual([keyOf('1'), keyOf('10')]);
  expect(await find(' Natural_Science / math ')).toEqual([keyOf('10')]);
  expect(await find('math')).toEqual([keyOf('10')]);
  expect(await find('')).toEqual([]);
});

test('an empty project has an empty list', async () => {
  const { api } = await startProject(makeFolder());

  const { rows, total } = await api.call('instances.page', {
    filter: {},
    sort: BY_KEY,
    models: ['Nobody'],
    offset: 0,
    limit: 10,
  });

  expect([rows, total]).toEqual([[], 0]);
});

async function startList() {
  const dir = makeFolder();
  const imageAndAudio = {
    content: '<image2> <audio1>',
    modal: { image2: 'image/out.png', audio1: 'audio/out.mp3' },
  };
  const dataset = writeDataset(dir, [
    instanceRecord('1', { difficulty_level: 1 }),
    instanceRecord('2', { difficulty_level: 2, output: imageAndAudio }),
    instanceRecord('3', { difficulty_level: 3 }),
    instanceRecord('10', {
      subdomain: 'math',
      input: { content: 'What is 2 + 2?' },
      output: { content: '4' },
    }),
  ]);
  const alpha = writePredictions(dir, 'Alpha', [
    answerRecord('1'),
    answerRecord('2'),
    answerRecord('3', {
      output: { content: 'No: <image2>', modal: { image2: '../../../../x.png' } },
    }),
  ]);
  const beta = writePredictions(dir, 'Beta', [answerRecord('1', { output: { content: 'No.' } })]);
  const capabilities = writeText(
    join(dir, 'capabilities.csv'),
    'domain,subdomain,id,capabilities\nnatural_science,chemistry,1,C1;C2\nnatural_science,chemistry,2,C1\n',
  );
  const { api, importAll } = await startProject(dir);
  await importAll({
    dataset,
    predictions: [
      { model: 'Alpha', path: alpha },
      { model: 'Beta', path: beta },
    ],
    capabilities,
  });
  const ids = async (
    filter: InstanceFilter,
    models: string[] = [],
    sort: InstanceSort = BY_KEY,
  ) => {
    const page = { filter, sort, models, offset: 0, limit: 100 };
    return (await api.call('instances.page', page)).rows.map(({ id }) => id);
  };
  const keyOf = (id: string) => `natural_science/${id === '10' ? 'math' : 'chemistry'}/${id}`;
  return { api, ids, keyOf };
}
