import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, writeText } from '../../../tests/builders/folders.ts';
import { makePicture } from '../../../tests/builders/pictures.ts';
import { startProject, type TestEngine } from '../../../tests/builders/engine.ts';
import { instanceRecord, record } from '../../../tests/builders/records.ts';
import type { QcPhase, QcVerdict } from '../../../shared/model/quality-control.ts';

const FILE = 'natural_science/chemistry/image_image.jsonl';
const LONG =
  'Describe each of the seven parts of the apparatus that you can see in the picture given';
const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((id) => `natural_science/chemistry/${id}`) as [
  string,
  string,
  string,
];

test('the lint finds dangling, orphan and missing, another combination, and what is alike', async () => {
  const said = { content: `${LONG}: <image1>`, modal: { image1: 'image/a.png' } };
  const { api } = await looked([
    instanceRecord('1', { output: { content: 'Here: <image3>', modal: { image2: 'gone.png' } } }),
    instanceRecord('2', { input: said }),
    instanceRecord('3', { input: { ...said, modal: { image1: 'image/b.png', audio1: 'a.mp3' } } }),
  ]);

  const found = async (key: string) =>
    (await api.call('qc.record', { key })).record.findings.map(({ kind }) => kind);

  expect(await found(FIRST)).toEqual(expect.arrayContaining(['quirk-19', 'quirk-10']));
  expect(await found(SECOND)).toEqual(expect.arrayContaining(['alike-text', 'alike-image']));
  expect(await found(THIRD)).toEqual(expect.arrayContaining(['combination', 'alike-image']));
  const alike = await api.call('qc.list', { filter: { kind: 'alike-text' }, offset: 0, limit: 9 });
  expect(alike.rows.map(({ key }) => key)).toEqual([SECOND, THIRD]);
});

test('what is accepted is written byte for byte, and a second time the same', async () => {
  const { api, dir, dataset, say } = await looked();
  for (const key of [FIRST, SECOND, THIRD]) {
    await say(key, 'Ann', 'review', 'accept');
    await say(key, 'Bob', 'check', 'accept');
  }
  const [once, twice] = [join(dir, 'once'), join(dir, 'twice')];

  const written = await api.call('qc.export', { path: once, withMedia: true });
  await api.call('qc.export', { path: twice });
  await api.call('qc.export', { path: twice }); // its own folder is replaced

  expect(written).toEqual({ files: 1, records: 3, revised: 0, left: 0, mediaFiles: 3 });
  expect(readFileSync(join(once, FILE))).toEqual(readFileSync(join(dataset, FILE)));
  expect(readFileSync(join(twice, FILE))).toEqual(readFileSync(join(dataset, FILE)));
  expect(existsSync(join(once, 'natural_science/chemistry/image/in.png'))).toBe(true);
  for (const path of [dir, join(dataset, 'accepted')])
    await expect(api.call('qc.export', { path })).rejects.toMatchObject({ code: 'bad-input' });
});

test('a revised record comes out as it was rewritten, a rejected one does not, and both are read again', async () => {
  const { api, dir, say, look } = await looked();
  const { draft } = await look(FIRST, 'Ann');
  const text = draft.replace('Here it is', 'Hier ist es — 図');
  await say(FIRST, 'Ann', 'review', 'revise', { text });
  await say(SECOND, 'Ann', 'review', 'reject', { reason: 'It is a copy.' });
  await say(THIRD, 'Ann', 'review', 'accept');
  for (const key of [FIRST, THIRD]) await say(key, 'Bob', 'check', 'accept');
  await say(SECOND, 'Bob', 'check', 'reject', { reason: 'It is.' });
  const out = join(dir, 'accepted');

  const written = await api.call('qc.export', { path: out });

  expect(written).toMatchObject({ records: 2, revised: 1, left: 1 });
  const again = await startProject(join(dir, 'again'));
  await again.importAll({ dataset: out });
  const { task, reference } = (await again.api.call('instances.get', { key: FIRST, models: [] }))
    .instance;
  expect([task.content, reference.content]).toEqual([
    'Look at <image1> and draw it.',
    'Hier ist es — 図: <image2>',
  ]);
  await expect(again.api.call('instances.get', { key: SECOND, models: [] })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(readFileSync(join(out, FILE), 'utf8')).toContain(text);
});

test('nobody checks their own review, and who checks does not see what was found', async () => {
  const { say, look } = await looked();
  await say(FIRST, 'Ann', 'review', 'reject', { reason: 'It is a copy.' });

  await expect(say(FIRST, ' ANN ', 'check', 'reject', { reason: 'It is.' })).rejects.toThrow(
    'Cannot check the record: "Ann" reviewed it, and nobody checks their own work.',
  );
  const shown = await look(FIRST, 'Bob', 'check');
  expect(shown).toMatchObject({ isTrailHidden: true, trail: [] });
  expect(JSON.stringify(shown)).not.toMatch(/Ann|a copy/);
  expect((await look(FIRST, 'Bob', 'review')).trail).toEqual([]);
  await say(FIRST, 'Bob', 'check', 'accept');
  const after = await look(FIRST, 'Bob', 'check');
  expect(after).toMatchObject({ state: 'disputed', isTrailHidden: false });
  expect(after.trail.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Ann', 'reject'],
    ['Bob', 'accept'],
  ]);
  await expect(say(FIRST, 'Bob', 'decide', 'accept')).rejects.toThrow('A third name has to decide');
  expect(await say(FIRST, 'Cem', 'decide', 'accept')).toEqual({ state: 'accepted' });
});

test('a queue is gone on with by name, also after the project was closed', async () => {
  const { api, say, projectDir } = await looked();
  await say(FIRST, 'Ann', 'review', 'accept');

  await api.call('project.open', { dir: projectDir });

  const todo = async (name: string, phase: QcPhase) =>
    (await api.call('qc.list', { name, filter: { todo: phase }, offset: 0, limit: 9 })).rows.map(
      ({ key }) => key,
    );
  expect(await todo('Ann', 'review')).toEqual([SECOND, THIRD]);
  expect(await todo('Ann', 'check')).toEqual([]);
  expect(await todo('Bob', 'check')).toEqual([FIRST]);
  const next = { name: 'Ann', filter: { todo: 'review' }, from: FIRST, by: 'next' } as const;
  expect(await api.call('qc.step', next)).toEqual({ key: SECOND, position: 0 });
});

test('a verdict is stale when its record or a picture of it has changed, and stays in the trail', async () => {
  const { engine, api, dataset, say, look } = await looked();
  for (const key of [FIRST, SECOND, THIRD]) await say(key, 'Ann', 'review', 'accept');
  const file = join(dataset, FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('Here it is', 'There it was'));
  writeFileSync(join(dataset, 'natural_science/chemistry/image/third.png'), makePicture(9, 64));

  await expect(look(FIRST, 'Bob')).rejects.toMatchObject({ code: 'unreadable' });
  await engine.importAll({ dataset });
  expect((await api.call('qc.overview', {})).overview.scan.isOutdated).toBe(true);
  await scan(engine);

  expect(await look(FIRST, 'Bob')).toMatchObject({
    ...{ state: 'open', isStale: true },
    trail: [{ name: 'Ann', isStale: true }],
  });
  expect(await look(SECOND, 'Bob')).toMatchObject({ state: 'reviewed', isStale: false });
  expect(await look(THIRD, 'Bob')).toMatchObject({ state: 'open', isStale: true });
});

test('what was said last is taken back, unless somebody has gone on from it', async () => {
  const { api, say, look } = await looked();
  await say(FIRST, 'Ann', 'review', 'accept');
  await say(FIRST, 'Bob', 'check', 'accept');

  await expect(api.call('qc.undo', { name: 'Ann' })).rejects.toThrow('"Bob" has gone on from it');
  expect(await api.call('qc.undo', { name: 'Bob' })).toEqual({ key: FIRST });

  const { state, trail } = await look(FIRST, 'Ann');
  expect(state).toBe('reviewed');
  expect(trail.map(({ name, isUndone }) => [name, isUndone])).toEqual([
    ['Ann', false],
    ['Bob', true],
  ]);
});

test('what cannot stand is refused in words: no reason, no record, nothing changed, out of date', async () => {
  const { api, say, look } = await looked();
  const { original, hash } = await look(FIRST, 'Ann');

  await expect(say(FIRST, 'Ann', 'review', 'reject')).rejects.toThrow('say why');
  const broken = say(FIRST, 'Ann', 'review', 'revise', { text: original.slice(0, -1) });
  await expect(broken).rejects.toThrow('It is no JSON');
  const same = say(FIRST, 'Ann', 'review', 'revise', { text: original });
  await expect(same).rejects.toThrow('nothing was changed');
  await say(FIRST, 'Ann', 'review', 'accept');
  const late = { key: FIRST, name: 'Ann', phase: 'review', verdict: 'accept', hash } as const;
  await expect(api.call('qc.say', late)).rejects.toThrow('it has changed since it was shown');
});

/** A dataset that was imported and looked through; Ann, Bob and Cem are at work. */
async function looked(
  records: readonly unknown[] = [
    instanceRecord('1'),
    record({ id: '2', input: { content: 'Say <é>.' }, output: { content: 'é' } }),
    instanceRecord('3', {
      ...{ note: 'kept', difficulty_level: 2 },
      input: { content: 'Draw <image1>.', modal: { image1: 'image/third.png' } },
    }),
  ],
) {
  const dir = makeFolder();
  const dataset = join(dir, 'dataset');
  // as real files have them: indents of two, blank lines between, no end of line at the end
  writeText(
    join(dataset, FILE),
    records.map((value) => JSON.stringify(value, undefined, 2)).join('\n\n'),
  );
  const media = join(dataset, 'natural_science/chemistry/image');
  for (const name of ['a', 'in', 'out', 'third']) {
    writeText(join(media, `${name}.png`), '');
    writeFileSync(join(media, `${name}.png`), makePicture(name.length));
  }
  cpSync(join(media, 'a.png'), join(media, 'b.png'));
  const engine = await startProject(dir);
  await engine.importAll({ dataset });
  await scan(engine);
  const { api } = engine;
  for (const name of ['Ann', 'Bob', 'Cem']) await api.call('qc.join', { name });
  const look = async (key: string, name: string, phase: QcPhase = 'review') =>
    (await api.call('qc.record', { key, name, phase })).record;
  const say = async (
    key: string,
    name: string,
    phase: QcPhase,
    verdict: QcVerdict,
    more: { readonly reason?: string; readonly text?: string } = {},
  ) => {
    const { hash } = await look(key, name, phase);
    return await api.call('qc.say', { key, name, phase, verdict, hash, ...more });
  };
  return { engine, api, dir, dataset, projectDir: engine.projectDir, look, say };
}

async function scan({ api }: TestEngine): Promise<void> {
  const ended = Promise.withResolvers<undefined>();
  const off = api.on('qc.changed', () => {
    void api.call('qc.overview', {}).then(({ overview }) => {
      if (overview.scan.status !== 'running') ended.resolve(undefined);
    });
  });
  await api.call('qc.scan', {});
  await ended.promise;
  off();
}
