import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMediaRegistry } from './registry.ts';

let base: string;
let root: string;
let outside: string;

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'loupe-registry-')));
  root = join(base, 'root');
  outside = join(base, 'outside');
  mkdirSync(join(root, 'image'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(root, 'image', 'a & b #1 50% 图.PNG'), 'x');
  writeFileSync(join(outside, 'secret.txt'), 'x');
  symlinkSync(join(outside, 'secret.txt'), join(root, 'leaving.txt'));
  symlinkSync(outside, join(root, 'leaving-dir'));
  symlinkSync(join(root, 'image', 'a & b #1 50% 图.PNG'), join(root, 'staying.png'));
  symlinkSync(join(root, 'loop'), join(root, 'loop'));
  symlinkSync(root, join(base, 'link-to-root'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const idOf = (inside: string) => `r1~${Buffer.from(inside).toString('base64url')}`;
const registry = () => createMediaRegistry([{ id: 'r1', dir: root }]);

test('a file with spaces, signs and Chinese in its name goes to an id and back', () => {
  const path = join(root, 'image', 'a & b #1 50% 图.PNG');

  const ref = registry().refFor(path);

  expect(ref).toMatchObject({
    name: 'a & b #1 50% 图.PNG',
    extension: 'png',
    mimeType: 'image/png',
  });
  expect(ref?.id).toMatch(/^r1~[A-Za-z0-9_-]+$/);
  expect(registry().resolve(ref?.id ?? '')).toEqual({ path, mimeType: 'image/png' });
});

test('a path outside the roots has no id, a missing one neither, each with its reason', () => {
  expect(registry().locate(join(outside, 'secret.txt'))).toMatchObject({ kind: 'outside' });
  expect(registry().locate(join(root, 'image', '..', '..', 'outside', 'secret.txt')).kind).toBe(
    'outside',
  );
  expect(registry().locate(join(root, 'nothing.png'))).toEqual({ kind: 'missing' });
  expect(registry().locate(join(root, 'image'))).toEqual({ kind: 'missing' });
  expect(registry().locate(join(root, 'loop'))).toEqual({ kind: 'missing' });
});

test('a link that leaves the root is refused, whether file or folder', () => {
  expect(registry().locate(join(root, 'leaving.txt')).kind).toBe('outside');
  expect(registry().locate(join(root, 'leaving-dir', 'secret.txt')).kind).toBe('outside');
  for (const inside of ['leaving.txt', 'leaving-dir/secret.txt']) {
    expect(() => registry().resolve(idOf(inside))).toThrow(
      expect.objectContaining({ code: 'path-refused' }),
    );
  }
});

test('a link that stays inside, or leads to another opened root, is served', () => {
  const both = createMediaRegistry([
    { id: 'r1', dir: root },
    { id: 'r2', dir: outside },
  ]);

  expect(registry().resolve(idOf('staying.png')).path).toBe(
    join(root, 'image', 'a & b #1 50% 图.PNG'),
  );
  expect(both.resolve(idOf('leaving.txt')).path).toBe(join(outside, 'secret.txt'));
});

test('ids that climb out, hold a NUL, name no root or are nonsense are refused', () => {
  const bad = [
    idOf('../outside/secret.txt'),
    idOf('/etc/passwd'),
    idOf('image/../../outside/secret.txt'),
    idOf('a\0b'),
    idOf(''),
    'r9~YQ',
    'r1',
    'r1~YQ~YQ',
    '',
  ];
  for (const id of bad) {
    expect(() => registry().resolve(id), id).toThrow(
      expect.objectContaining({ code: 'path-refused' }),
    );
  }
});

test('a file that has gone is not found', () => {
  expect(() => registry().resolve(idOf('gone.png'))).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});

test('a root that is itself a link serves its files under either path', () => {
  const linked = createMediaRegistry([{ id: 'r1', dir: join(base, 'link-to-root') }]);
  const name = join('image', 'a & b #1 50% 图.PNG');

  expect(linked.refFor(join(base, 'link-to-root', name))?.id).toBe(
    linked.refFor(join(root, name))?.id,
  );
});
