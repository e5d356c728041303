import { cpSync, existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startEngine, type TestEngine } from '../../../../tests/builders/engine.ts';
import type { MethodOutput } from '../../../../shared/api/contract.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';

const SAMPLES = fileURLToPath(new URL('../../../../assets/samples', import.meta.url));
const FILTER = { facets: { field: ['natural_science'] } };

/** The demo as a bundle, with the engine that wrote it. */
async function bundled(dir: string): Promise<{ engine: TestEngine; path: string }> {
  const engine = startEngine(dir, SAMPLES);
  await engine.api.call('project.openDemo', {});
  const path = join(dir, 'bundle');
  await engine.api.call('annotations.save', {
    key: await firstKey(engine),
    side: 'task',
    kind: 'note',
    text: 'Look at the </script><b>quibble</b>.',
    mark: { kind: 'whole' },
  });
  await engine.api.call('export.bundle', { filter: FILTER, title: 'For Ada', path });
  return { engine, path };
}

const firstKey = async ({ api }: TestEngine) => {
  const { rows } = await api.call('instances.page', {
    filter: FILTER,
    sort: { by: 'key', descending: false },
    models: [],
    offset: 0,
    limit: 1,
  });
  return rows[0]?.key ?? '';
};

const figuresOf = ({ responses }: MethodOutput<'instances.get'>['instance']) =>
  responses.map(({ model, scores }) => [
    model,
    scores.map(({ metric, tag, value, raw }) => ({ metric, tag, value, raw })),
  ]);

test('a bundle opens elsewhere, for reading, with the same figures, words and media', async () => {
  const dir = makeFolder();
  const { engine, path } = await bundled(dir);
  const key = await firstKey(engine);
  const before = await engine.api.call('instances.get', { key, models: [] });
  const moved = join(dir, 'moved', 'bundle');
  cpSync(path, moved, { recursive: true });
  renameSync(path, join(dir, 'gone'));

  const { project } = await engine.api.call('project.open', { dir: moved });
  const after = await engine.api.call('instances.get', { key, models: [] });
  const { annotations } = await engine.api.call('annotations.list', { key });

  expect(project).toMatchObject({ name: 'For Ada', isReadOnly: true, isDemo: false });
  const { instances } = project;
  expect(instances).toBeGreaterThan(1);
  expect(after.instance.task.content).toBe(before.instance.task.content);
  expect(figuresOf(after.instance)).toEqual(figuresOf(before.instance));
  const items = [after.instance.reference, ...after.instance.responses.map((r) => r.sequence)];
  const files = items
    .flatMap((side) => side.items)
    .flatMap(({ media }) => (media.kind === 'file' ? media.path : []));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(file.startsWith(moved)).toBe(true);
  expect(annotations).toMatchObject([
    { text: 'Look at the </script><b>quibble</b>.', isStale: false },
  ]);
  await expect(
    engine.api.call('annotations.remove', { id: annotations[0]?.id ?? '' }),
  ).rejects.toMatchObject({ code: 'read-only' });
});

test('nothing in a bundle tells of the machine that made it', async () => {
  const dir = makeFolder();
  const { path } = await bundled(dir);
  const { files } = JSON.parse(readFileSync(join(path, 'bundle.json'), 'utf8')) as {
    files: { path: string }[];
  };

  const telling = files.filter(({ path: file }) => {
    const bytes = readFileSync(join(path, file));
    return bytes.includes(dir) || bytes.includes(SAMPLES);
  });

  expect(telling).toEqual([]);
});

test('only what was chosen is in a bundle', async () => {
  const dir = makeFolder();
  const { engine } = await bundled(dir);
  const { models } = await engine.api.call('models.list', {});
  const path = join(dir, 'one');
  const model = models[0]?.name ?? '';

  const written = await engine.api.call('export.bundle', {
    filter: FILTER,
    models: [model],
    title: 'One',
    path,
  });
  await engine.api.call('project.open', { dir: path });
  const opened = await engine.api.call('models.list', {});
  const found = await engine.api.call('instances.find', { text: 'general_area', limit: 5 });

  expect(written.models).toBe(1);
  expect(opened.models.map(({ name }) => name)).toEqual([model]);
  expect(found.keys).toEqual([]);
});

test('what is said in a bundle is found again', async () => {
  const dir = makeFolder();
  const { engine, path } = await bundled(dir);
  await engine.api.call('project.open', { dir: path });

  const { total } = await engine.api.call('instances.facets', {
    filter: { search: 'quibble' },
    models: [],
  });

  expect(total).toBe(1);
});

test('a bundle that was cut in half, and one of a newer program, say so and open nothing', async () => {
  const dir = makeFolder();
  const { engine, path } = await bundled(dir);
  const cut = join(dir, 'cut');
  const newer = join(dir, 'newer');
  for (const copy of [cut, newer]) cpSync(path, copy, { recursive: true });
  truncateSync(join(cut, 'loupe.sqlite'), 8192);
  const manifest = JSON.parse(readFileSync(join(newer, 'bundle.json'), 'utf8')) as object;
  writeFileSync(join(newer, 'bundle.json'), JSON.stringify({ ...manifest, version: 99 }));

  await expect(engine.api.call('project.open', { dir: cut })).rejects.toMatchObject({
    code: 'project-damaged',
    message: expect.stringMatching(/1 of its \d+ files are missing or cut short/) as string,
  });
  await expect(engine.api.call('project.open', { dir: newer })).rejects.toMatchObject({
    code: 'project-newer',
  });
});

test('a bundle replaces a bundle, and nothing else', async () => {
  const dir = makeFolder();
  const { engine, path } = await bundled(dir);
  const request = { filter: FILTER, title: 'Again' };
  await engine.api.call('export.bundle', { ...request, path });
  const other = join(dir, 'other');
  cpSync(path, other, { recursive: true });
  renameSync(join(other, 'bundle.json'), join(other, 'notes.json'));

  await expect(engine.api.call('export.bundle', { ...request, path: other })).rejects.toMatchObject(
    { code: 'bad-input' },
  );
  await expect(
    engine.api.call('export.bundle', {
      filter: { search: 'nowhere at all' },
      title: 'None',
      path: join(dir, 'none'),
    }),
  ).rejects.toMatchObject({ code: 'bad-input' });
  expect(existsSync(join(other, 'notes.json'))).toBe(true);
  expect(existsSync(join(dir, 'none'))).toBe(false);
});
