import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZip } from '../../../../tests/builders/make-zip.ts';
import {
  computedScores,
  judge,
  judgementOf,
  keyOf,
  startJudged,
  type JudgedProject,
} from '../../../../tests/builders/judging.ts';

const TEXT = 'Look at the </script><b>quibble</b>.';

/** Two judged instances, one with a note, as a bundle. */
async function bundled(): Promise<JudgedProject & { readonly path: string }> {
  const project = await startJudged([
    { model: 'Alpha', ids: ['1', '2'] },
    { model: 'Beta', ids: ['1', '2'] },
  ]);
  await judge(project);
  await project.api.call('annotations.save', {
    key: keyOf('1'),
    side: 'task',
    kind: 'note',
    text: TEXT,
    mark: { kind: 'whole' },
  });
  const path = join(project.dir, 'bundle');
  await project.api.call('export.bundle', { title: 'For Ada', path });
  return { ...project, path };
}

test('a bundle opens elsewhere, for reading, with the same figures, judgements, words and media', async () => {
  const project = await bundled();
  const { api, dir, path } = project;
  const [scores, judgement] = [await computedScores(project, '1'), await judgementOf(project, '1')];
  const moved = join(dir, 'moved', 'bundle');
  cpSync(path, moved, { recursive: true });
  renameSync(path, join(dir, 'gone'));

  const opened = await api.call('project.open', { dir: moved });
  const { instance } = await api.call('instances.get', { key: keyOf('1'), models: [] });
  const { annotations } = await api.call('annotations.list', { key: keyOf('1') });
  const found = await api.call('instances.facets', { filter: { search: 'quibble' }, models: [] });

  expect(opened.project).toMatchObject({ name: 'For Ada', isReadOnly: true, instances: 2 });
  expect(await computedScores(project, '1')).toEqual(scores);
  expect(scores.length).toBeGreaterThan(2);
  const { reasons, raws, captions } = await judgementOf(project, '1');
  expect({ reasons, raws }).toEqual({ reasons: judgement.reasons, raws: judgement.raws });
  expect(captions.map(({ caption }) => caption)).toEqual(
    judgement.captions.map(({ caption }) => caption),
  );
  const sides = [
    instance.task,
    instance.reference,
    ...instance.responses.map((each) => each.sequence),
  ];
  const files = sides
    .flatMap(({ items }) => items)
    .flatMap(({ media }) => (media.kind === 'file' ? media.path : []));
  expect(files).toHaveLength(4);
  for (const file of files) expect(file.startsWith(moved)).toBe(true);
  expect(annotations).toMatchObject([{ text: TEXT, isStale: false }]);
  expect(found.total).toBe(1);
  const id = annotations[0]?.id ?? '';
  await expect(api.call('annotations.remove', { id })).rejects.toMatchObject({ code: 'read-only' });
});

test('nothing in a bundle tells of the machine that made it, or of its endpoints', async () => {
  const { dir, path, server } = await bundled();
  const { files } = JSON.parse(readFileSync(join(path, 'bundle.json'), 'utf8')) as {
    files: { path: string }[];
  };

  const telling = files.filter(({ path: file }) => {
    const bytes = readFileSync(join(path, file));
    return bytes.includes(dir) || bytes.includes(server.baseUrl);
  });

  expect(files.length).toBeGreaterThan(8);
  expect(telling).toEqual([]);
  expect(readFileSync(join(path, 'data', '0.js'), 'utf8')).not.toContain('</script');
});

test('only what was chosen is in a bundle', async () => {
  const { api, dir } = await bundled();
  const path = join(dir, 'one');
  const filter = { expression: 'id = "2"' };
  const request = { filter, models: ['Beta'], title: 'One', path };

  const written = await api.call('export.bundle', request);
  await api.call('project.open', { dir: path });
  const { models } = await api.call('models.list', {});
  const found = await api.call('instances.find', { text: 'chemistry', limit: 5 });

  expect(written).toMatchObject({ instances: 1, models: 1, mediaFiles: 3 });
  expect(models.map(({ name }) => name)).toEqual(['Beta']);
  expect(found.keys).toEqual([keyOf('2')]);
});

test('a bundle that was cut in half, and one of a newer program, say so and open nothing', async () => {
  const { api, dir, path } = await bundled();
  const [cut, newer] = [join(dir, 'cut'), join(dir, 'newer')];
  for (const copy of [cut, newer]) cpSync(path, copy, { recursive: true });
  truncateSync(join(cut, 'loupe.sqlite'), 8192);
  const manifest = JSON.parse(readFileSync(join(newer, 'bundle.json'), 'utf8')) as object;
  writeFileSync(join(newer, 'bundle.json'), JSON.stringify({ ...manifest, version: 99 }));

  await expect(api.call('project.open', { dir: cut })).rejects.toMatchObject({
    code: 'project-damaged',
    message: expect.stringMatching(/1 of its \d+ files are missing or cut short/) as string,
  });
  await expect(api.call('project.open', { dir: newer })).rejects.toMatchObject({
    code: 'project-newer',
  });
});

test('a bundle replaces a bundle, and nothing else', async () => {
  const { api, dir, path } = await bundled();
  await api.call('export.bundle', { title: 'Again', path });
  const other = join(dir, 'other');
  cpSync(path, other, { recursive: true });
  renameSync(join(other, 'bundle.json'), join(other, 'notes.json'));
  const none = { filter: { search: 'nowhere at all' }, title: 'None', path: join(dir, 'none') };

  await expect(api.call('export.bundle', { title: 'No', path: other })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(api.call('export.bundle', none)).rejects.toMatchObject({ code: 'bad-input' });
  expect(existsSync(join(other, 'notes.json'))).toBe(true);
  expect(existsSync(join(dir, 'none'))).toBe(false);
});

test('a bundle packed into a zip opens as it is, and again from what was unpacked', async () => {
  const { api, dir, path } = await bundled();
  const zip = join(dir, 'review.zip');
  const written = await api.call('export.bundle', { title: 'For Ada', path: zip });
  const { files } = JSON.parse(readFileSync(join(path, 'bundle.json'), 'utf8')) as {
    files: unknown[];
  };

  const first = await api.call('project.open', { dir: zip });
  const { instance } = await api.call('instances.get', { key: keyOf('1'), models: [] });
  const again = await api.call('project.open', { dir: zip });

  expect(written).toMatchObject({ instances: 2, files: files.length + 1 });
  expect(written.bytes).toBe(statSync(zip).size);
  expect(first.project).toMatchObject({ name: 'For Ada', isReadOnly: true, instances: 2 });
  expect(again.project.dir).toBe(first.project.dir);
  const media = instance.task.items.map((item) => item.media);
  expect(media).toMatchObject([{ kind: 'file' }]);
  expect(existsSync(`${zip}.part`)).toBe(false);
});

test('a zip that was cut in half, one of a newer program and one of something else say so', async () => {
  const { api, dir } = await bundled();
  const [cut, newer, other] = ['cut.zip', 'newer.zip', 'other.zip'].map((name) => join(dir, name));
  await api.call('export.bundle', { title: 'For Ada', path: cut ?? '' });
  truncateSync(cut ?? '', Math.floor(statSync(cut ?? '').size / 2));
  const manifest = JSON.stringify({ format: 'unim-loupe-bundle', version: 99 });
  writeFileSync(newer ?? '', makeZip([{ name: 'x/bundle.json', bytes: manifest }]));
  writeFileSync(other ?? '', makeZip([{ name: 'notes.txt', bytes: 'nothing' }]));
  const opened = (path = '') => api.call('project.open', { dir: path });

  await expect(opened(cut)).rejects.toMatchObject({ code: 'project-damaged' });
  await expect(opened(newer)).rejects.toMatchObject({ code: 'project-newer' });
  await expect(opened(other)).rejects.toMatchObject({ code: 'bad-input' });
  await expect(opened(join(dir, 'none.zip'))).rejects.toMatchObject({ code: 'not-found' });
  expect(existsSync(join(dir, 'app', 'bundles'))).toBe(false);
});

test('a zip whose list of files leads out of its folder is refused', async () => {
  const { api, dir } = await bundled();
  const file = { path: '../../escaped.txt', bytes: 1, sha256: '0'.repeat(64) };
  const manifest = {
    ...{ format: 'unim-loupe-bundle', version: 1, title: 'x', instances: 1, models: [] },
    ...{ createdAt: '2026-01-01T00:00:00Z', files: [file] },
  };
  const zip = join(dir, 'evil.zip');
  writeFileSync(zip, makeZip([{ name: 'bundle.json', bytes: JSON.stringify(manifest) }]));

  await expect(api.call('project.open', { dir: zip })).rejects.toMatchObject({
    code: 'project-damaged',
  });
});

test('one byte that was changed is told by the hash, and by which file it is in', async () => {
  const { api, dir, path } = await bundled();
  const changed = join(dir, 'changed');
  cpSync(path, changed, { recursive: true });
  const page = join(changed, 'data', '0.js');
  const bytes = readFileSync(page);
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  writeFileSync(page, bytes);

  await expect(api.call('project.open', { dir: changed })).rejects.toMatchObject({
    code: 'project-damaged',
    message: expect.stringMatching(
      /1 of its \d+ files are not what they were.*"data\/0\.js"/,
    ) as string,
  });
});
