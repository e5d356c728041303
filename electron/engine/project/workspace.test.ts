import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEngine, startProject } from '../../../tests/builders/engine.ts';
import { makeFolder, writeText } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';

test('without an open project, questions about one say so', async () => {
  const { api } = startEngine(makeFolder());

  expect(await api.call('project.current', {})).toEqual({});
  await expect(api.call('models.list', {})).rejects.toMatchObject({ code: 'no-project' });
});

test('a project that was made is open, remembered, and opens again', async () => {
  const dir = makeFolder();
  const { api, projectDir } = startEngine(dir);

  await api.call('project.create', { dir: projectDir, name: 'My study' });
  await api.call('project.close', {});
  const { project } = await api.call('project.open', { dir: projectDir });

  expect(project).toEqual({
    dir: projectDir,
    name: 'My study',
    isDemo: false,
    isReadOnly: false,
    instances: 0,
    responses: 0,
    models: [],
    problems: 0,
    searchPending: 0,
  });
  expect((await api.call('project.recent', {})).projects).toEqual([
    { dir: projectDir, name: 'My study', openedAt: '2026-01-01T00:00:00.000Z', exists: true },
  ]);
});

test('a folder that is no project is not opened, and the open project stays open', async () => {
  const dir = makeFolder();
  const { api, projectDir } = await startProject(dir);

  const opening = api.call('project.open', { dir: join(dir, 'elsewhere') });

  await expect(opening).rejects.toMatchObject({ code: 'not-found' });
  expect((await api.call('project.current', {})).project?.dir).toBe(projectDir);
});

test('a project cannot be made where a file stands, and a damaged one is said to be damaged', async () => {
  const dir = makeFolder();
  const { api } = startEngine(dir);
  const file = writeText(join(dir, 'a-file'), '');
  const damaged = join(dir, 'damaged');
  writeText(join(damaged, 'loupe.sqlite'), 'no database at all '.repeat(100));

  await expect(api.call('project.create', { dir: file, name: '' })).rejects.toMatchObject({
    code: 'unreadable',
  });
  await expect(api.call('project.open', { dir: damaged })).rejects.toMatchObject({
    code: 'project-damaged',
  });
});

test('a damaged list of recent projects is an empty one', async () => {
  const dir = makeFolder();
  mkdirSync(join(dir, 'app'));
  writeFileSync(join(dir, 'app', 'recent-projects.json'), '[{"dir": ');
  const { api } = startEngine(dir);

  expect(await api.call('project.recent', {})).toEqual({ projects: [] });
});

test('the demo opens with its data, and follows its samples when they move', async () => {
  const dir = makeFolder();
  const samples = writeSamples(join(dir, 'samples'));
  const first = startEngine(dir, samples);
  const { project } = await first.api.call('project.openDemo', {});
  await first.close();
  const moved = join(dir, 'moved');
  cpSync(samples, moved, { recursive: true, preserveTimestamps: true });

  const second = startEngine(dir, moved);
  const { project: again } = await second.api.call('project.openDemo', {});
  const { instance } = await second.api.call('instances.get', {
    key: 'natural_science/chemistry/1',
    models: [],
  });

  expect(project).toMatchObject({ name: 'Small demo', isDemo: true, instances: 1, responses: 1 });
  expect(again).toMatchObject({ isDemo: true, instances: 1, responses: 1 });
  expect(instance.file.startsWith(moved)).toBe(true);
  expect((await second.api.call('project.recent', {})).projects).toEqual([]);
});

test('a build without samples says so', async () => {
  const { api } = startEngine(makeFolder());

  await expect(api.call('project.openDemo', {})).rejects.toMatchObject({ code: 'not-found' });
});

test('the search index is gone on with when a project is opened again', async () => {
  const dir = makeFolder();
  const { api, projectDir, importAll, indexed } = await startProject(dir);
  await importAll({ dataset: writeDataset(dir, [instanceRecord('1')]) });
  await api.call('project.close', {}); // perhaps before the index was built

  await api.call('project.open', { dir: projectDir });
  await indexed();

  expect((await api.call('project.current', {})).project?.searchPending).toBe(0);
});

function writeSamples(dir: string): string {
  writeDataset(dir, [instanceRecord('1')]);
  writePredictions(dir, 'Alpha', [answerRecord('1')]);
  const manifest = {
    name: 'Small demo',
    dataset: 'dataset',
    predictions: [{ model: 'Alpha', path: 'predictions/Alpha' }],
  };
  writeText(join(dir, 'demo.json'), JSON.stringify(manifest));
  return dir;
}
