import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFolder } from './list-folder.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'list-'));
  for (const name of ['b', '10_law', '2_math', '.hidden', '图']) mkdirSync(join(dir, name));
  mkdirSync(join(dir, 'project'));
  writeFileSync(join(dir, 'project', 'loupe.sqlite'), '');
  for (const name of ['a.jsonl', 'A2.JSON', 'a10.csv', 'photo.png', '.secret.json']) {
    writeFileSync(join(dir, name), '12345');
  }
  symlinkSync(join(dir, 'gone'), join(dir, 'dangling.json'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('a listing of a folder', () => {
  test('has folders first, then data files, numbers in numeric order, nothing hidden', async () => {
    const { entries } = await listFolder(dir);

    expect(entries.map(({ name }) => name)).toEqual([
      '2_math',
      '10_law',
      'b',
      'project',
      '图',
      'a.jsonl',
      'A2.JSON',
      'a10.csv',
    ]);
  });

  test('knows a project and the size of a file', async () => {
    const { entries } = await listFolder(dir);

    const find = (name: string) => entries.find((entry) => entry.name === name);
    expect(find('project')).toMatchObject({ kind: 'folder', isProject: true });
    expect(find('b')).toMatchObject({ kind: 'folder', isProject: false });
    expect(find('a.jsonl')).toMatchObject({ kind: 'file', sizeBytes: 5 });
  });

  test('leads to the folder above, except at the root', async () => {
    expect((await listFolder(join(dir, 'b'))).parent).toBe(dir);
    expect(await listFolder('/')).not.toHaveProperty('parent');
  });

  test('begins at home', async () => {
    expect((await listFolder()).dir).toBe(homedir());
  });

  test('is refused in words for a file, for nothing, and for a relative path', async () => {
    await expect(listFolder(join(dir, 'a.jsonl'))).rejects.toMatchObject({
      code: 'unreadable',
      message: `Cannot list the folder: it is a file. "${join(dir, 'a.jsonl')}"`,
    });
    await expect(listFolder(join(dir, 'none'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(listFolder('b')).rejects.toMatchObject({ code: 'bad-input' });
  });
});
