import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import type { MethodInput } from '../../../shared/api/contract.ts';
import type { AnnotationDraft } from '../../../shared/model/annotation.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';

const keyOf = (id: string) => `natural_science/chemistry/${id}`;
const whole = { kind: 'whole' } as const;

test('what is said is listed in the order in which it was said first, each on its place', async () => {
  const { save, list } = await start();
  const box = { kind: 'box', tag: 'image2', x: 0.1, y: 0.2, w: 0.5, h: 0.25 } as const;

  await save('1', { kind: 'flag', side: 'response', model: 'Alpha' });
  const note = await save('1', { kind: 'note', side: 'reference', text: 'Blurred.', mark: box });
  await save('1', { kind: 'tag', tag: 'incomplete' });
  await save('1', { id: note.id, kind: 'note', side: 'reference', text: 'Sharp.', mark: box });

  expect(await list('1')).toMatchObject([
    { kind: 'flag', side: 'response', model: 'Alpha', mark: whole, isStale: false },
    { kind: 'note', side: 'reference', text: 'Sharp.', mark: box, id: note.id },
    { kind: 'tag', side: 'instance', tag: 'incomplete' },
  ]);
  expect(await list('2')).toEqual([]);
});

test('an undo takes back the last change of this session, one after another, and is no change to undo', async () => {
  const { api, save, list } = await start();
  const flag = await save('1', { kind: 'flag' });
  const note = await save('2', { kind: 'note', text: 'First.' });
  await save('2', { id: note.id, kind: 'note', text: 'Second.' });
  await api.call('annotations.remove', { id: flag.id });

  expect(await api.call('annotations.undo', {})).toEqual({ key: keyOf('1') });
  expect(await list('1')).toMatchObject([{ id: flag.id, kind: 'flag' }]);
  await api.call('annotations.undo', {});
  expect(await list('2')).toMatchObject([{ text: 'First.' }]);
  await api.call('annotations.undo', {});
  expect(await list('2')).toEqual([]);
  await api.call('annotations.undo', {});
  expect(await list('1')).toEqual([]);
  expect(await api.call('annotations.undo', {})).toEqual({});
});

test('what was said before the project was opened is not undone', async () => {
  const { api, save, list, projectDir } = await start();
  await save('1', { kind: 'flag' });

  await api.call('project.open', { dir: projectDir });

  expect(await api.call('annotations.undo', {})).toEqual({});
  expect(await list('1')).toHaveLength(1);
});

test('nothing leaves the history: changes, removals and undos stand in it', async () => {
  const { api, save } = await start();
  const { id } = await save('1', { kind: 'note', text: 'A' });
  await save('1', { id, kind: 'note', text: 'B' });
  await api.call('annotations.remove', { id });
  await api.call('annotations.undo', {});

  const { events } = await api.call('annotations.history', { key: keyOf('1') });

  expect(events.map(({ change, text, isUndo }) => [change, text, isUndo])).toEqual([
    ['added', 'B', true],
    ['removed', 'B', false],
    ['changed', 'B', false],
    ['added', 'A', false],
  ]);
});

test('an annotation of a response that changed is stale, one of the task is not', async () => {
  const { save, list, importAnswers } = await start();
  await save('1', { kind: 'flag', side: 'response', model: 'Alpha' });
  await save('1', { kind: 'note', side: 'task', text: 'Unclear.' });
  await save('1', { kind: 'tag', tag: 'off-task' });

  await importAnswers([answerRecord('1', { output: { content: 'Another answer.' } })]);

  expect((await list('1')).map(({ kind, isStale }) => [kind, isStale])).toEqual([
    ['flag', true],
    ['note', false],
    ['tag', false],
  ]);
});

test('what is of nothing in the project, or not whole, is refused', async () => {
  const { api, save } = await start();
  const refuse = async (code: string, call: Promise<unknown>) =>
    await expect(call).rejects.toMatchObject({ code });

  await refuse('not-found', save('77', { kind: 'flag' }));
  await refuse('not-found', save('1', { kind: 'flag', side: 'response', model: 'Gamma' }));
  await refuse('not-found', save('1', { id: 'none', kind: 'flag' }));
  await refuse('not-found', api.call('annotations.remove', { id: 'none' }));
  await refuse('bad-input', save('1', { kind: 'flag', side: 'response' }));
  await refuse('bad-input', save('1', { kind: 'note', text: '  ' }));
  await refuse('bad-input', save('1', { kind: 'tag' }));
});

test('facets count tags, flags and notes, and a filter finds their instances', async () => {
  const { api, save, ids } = await start();
  await save('1', { kind: 'flag' });
  await save('1', { kind: 'tag', tag: 'artefacts' });
  await save('2', { kind: 'tag', tag: 'artefacts', side: 'reference' });
  await save('2', { kind: 'tag', tag: 'off-task' });
  await save('3', { kind: 'note', text: 'Fine.' });

  const facetsOf = async (filter: InstanceFilter) => {
    const { facets } = await api.call('instances.facets', { filter, models: [] });
    const values = (name: string) =>
      Object.fromEntries(
        facets
          .find(({ facet }) => facet === name)
          ?.values.map(({ value, count }) => [value, count]) ?? [],
      );
    return [values('tag'), values('flagged'), values('annotated')];
  };

  expect(await facetsOf({})).toEqual([
    { artefacts: 2, 'off-task': 1 },
    { yes: 1, no: 3 },
    { tag: 2, note: 1, none: 1 },
  ]);
  // flagged: 1 only; its own facet is counted without it
  expect(await facetsOf({ facets: { flagged: ['yes'] } })).toEqual([
    { artefacts: 1, 'off-task': 0 },
    { yes: 1, no: 3 },
    { tag: 1, note: 0, none: 0 },
  ]);
  expect(await ids({ facets: { flagged: ['yes'] } })).toEqual(['1']);
  expect(await ids({ facets: { flagged: ['no'] } })).toEqual(['2', '3', '4']);
  expect(await ids({ facets: { tag: ['off-task', 'artefacts'] } })).toEqual(['1', '2']);
  expect(await ids({ facets: { annotated: ['note'] } })).toEqual(['3']);
  expect(await ids({ facets: { annotated: ['none'] } })).toEqual(['4']);
});

test('a project without annotations has no values to choose from', async () => {
  const { api } = await start();

  const { facets } = await api.call('instances.facets', { filter: {}, models: [] });

  const own = facets.filter(({ facet }) => ['tag', 'flagged', 'annotated'].includes(facet));
  expect(own.map(({ values }) => values)).toEqual([[], [], []]);
});

test('a tag that was taken away everywhere is no value any more', async () => {
  const { api, save } = await start();
  const { id } = await save('1', { kind: 'tag', tag: 'artefacts' });
  await save('2', { kind: 'tag', tag: 'off-task' });
  const tags = async () => {
    const { facets } = await api.call('instances.facets', { filter: {}, models: [] });
    return facets.find(({ facet }) => facet === 'tag')?.values.map(({ value }) => value);
  };
  expect(await tags()).toEqual(['artefacts', 'off-task']);

  await api.call('annotations.remove', { id });

  expect(await tags()).toEqual(['off-task']);
});

test('a row tells what was said of its instance, at once', async () => {
  const { save, rows } = await start();
  expect((await rows())[0]).not.toHaveProperty('annotations');

  await save('1', { kind: 'tag', tag: 'cut-off' });
  await save('1', { kind: 'tag', tag: 'cut-off', side: 'reference' });
  await save('1', { kind: 'note', text: 'x' });

  const told = (await rows())[0]?.annotations;
  expect(told).toEqual({ isFlagged: false, tags: ['cut-off'], notes: 1 });
});

test('notes are found by their words as long as they stand, also after an import', async () => {
  const { api, save, ids, importAnswers } = await start();
  const { id } = await save('2', { kind: 'note', text: 'The 化学 formula is upside down.' });

  expect(await ids({ search: 'upside' })).toEqual(['2']);
  expect(await ids({ search: 'notes:化学' })).toEqual(['2']);
  expect(await ids({ search: 'task:upside' })).toEqual([]);
  await importAnswers([answerRecord('2', { output: { content: 'Again.' } })]);
  expect(await ids({ search: 'again upside' })).toEqual(['2']);
  await save('2', { id, kind: 'note', text: 'Mirrored.' });
  expect(await ids({ search: 'upside' })).toEqual([]);
  await api.call('annotations.remove', { id });
  expect(await ids({ search: 'mirrored' })).toEqual([]);
  await api.call('annotations.undo', {});
  expect(await ids({ search: 'mirrored' })).toEqual(['2']);
});

test('the list of tags is the shipped one until it is changed, and tells how often each is in use', async () => {
  const { api, save } = await start();
  await save('1', { kind: 'tag', tag: 'incomplete' });
  await save('2', { kind: 'tag', tag: 'incomplete' });
  const before = await api.call('taxonomy.get', {});
  expect(before.tags).toEqual(before.shipped);
  expect(before.uses).toEqual({ incomplete: 2 });

  const own = [{ id: 'mine', label: 'Mine', group: '', hint: '' }];
  await api.call('taxonomy.save', { tags: own });

  // a tag that is gone from the list is still in use
  expect(await api.call('taxonomy.get', {})).toMatchObject({ tags: own, uses: { incomplete: 2 } });
  await expect(api.call('taxonomy.save', { tags: [...own, ...own] })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await api.call('taxonomy.save', { tags: before.shipped });
  expect((await api.call('taxonomy.get', {})).tags).toEqual(before.shipped);
});

test('an export has a line for each annotation, filtered, with label, place and staleness', async () => {
  const { api, save, dir, importAnswers } = await start();
  const path = join(dir, 'notes.jsonl');
  const mark = { kind: 'text', start: 0, end: 10 } as const;
  await save('2', { kind: 'flag' });
  await save('1', { kind: 'note', side: 'response', model: 'Alpha', text: 'Sketchy.', mark });
  await save('1', { kind: 'tag', tag: 'incomplete' });
  await save('1', { kind: 'flag', side: 'response', model: 'Beta' });
  await importAnswers([answerRecord('1', { output: { content: 'Other.' } })]);
  const lines = () =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  const all = await api.call('export.annotations', { path });

  expect(all).toEqual({ records: 4, instances: 2 });
  expect(lines()).toMatchObject([
    { key: keyOf('1'), subdomain: 'chemistry', id: '1', text: 'Sketchy.', mark, isStale: true },
    { kind: 'tag', tag: 'incomplete', label: 'Incomplete', side: 'instance' },
    { kind: 'flag', model: 'Beta' },
    { key: keyOf('2'), kind: 'flag', isStale: false },
  ]);
  const filter = { facets: { tag: ['incomplete'] } };
  await api.call('export.annotations', { path, filter, model: 'Alpha' });
  expect(lines()).toHaveLength(2);
  await expect(
    api.call('export.annotations', { path: join(dir, 'dataset') }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});

async function start() {
  const dir = makeFolder();
  const ids4 = ['1', '2', '3', '4'];
  const dataset = writeDataset(
    dir,
    ids4.map((id) => instanceRecord(id)),
  );
  const alpha = writePredictions(dir, 'Alpha', [answerRecord('1'), answerRecord('2')]);
  const beta = writePredictions(dir, 'Beta', [answerRecord('1')]);
  const engine = await startProject(dir);
  const { api, importAll, indexed } = engine;
  const predictions = [
    { model: 'Alpha', path: alpha },
    { model: 'Beta', path: beta },
  ];
  await importAll({ dataset, predictions });
  await indexed();
  const rows = async (filter: InstanceFilter = {}) => {
    const sort = { by: 'key', descending: false } as const;
    const page = { filter, sort, models: [], offset: 0, limit: 100 };
    return (await api.call('instances.page', page)).rows;
  };
  type Said = Partial<AnnotationDraft> & Pick<AnnotationDraft, 'kind'>;
  return {
    ...engine,
    dir,
    rows,
    ids: async (filter: InstanceFilter) => (await rows(filter)).map(({ id }) => id),
    list: async (id: string) =>
      (await api.call('annotations.list', { key: keyOf(id) })).annotations,
    save: async (id: string, said: Said) => {
      const draft = { key: keyOf(id), side: 'instance', mark: whole, ...said };
      const input = draft as MethodInput<'annotations.save'>; // each test says the rest
      return (await api.call('annotations.save', input)).annotation;
    },
    importAnswers: async (records: readonly unknown[]) => {
      const path = writePredictions(dir, 'Alpha', records);
      await importAll({ predictions: [{ model: 'Alpha', path }] });
      await indexed();
    },
  };
}
