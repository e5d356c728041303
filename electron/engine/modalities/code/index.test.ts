import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeInspector } from './index.ts';

const MEDIA = new URL('../../../../tests/fixtures/media/', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loupe-code-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspectBytes(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return codeInspector.inspectFile(path);
}

test('a file is read by its extension', async () => {
  const outcome = await codeInspector.inspectFile(join(MEDIA, 'hello.py'));

  expect(outcome).toMatchObject({
    status: 'inspected',
    inspection: { type: 'Python', figures: { 'syntax errors': { value: 0 } }, findings: [] },
  });
});

test('bytes that are no text are refused and named', async () => {
  const picture = await codeInspector.inspectFile(join(MEDIA, 'drawing.png'));
  const noise = await inspectBytes(
    'noise.py',
    new Uint8Array(5000).map((_, i) => (i * 97) % 251),
  );
  const control = await inspectBytes('control.c', '\u0001\u0002ab'.repeat(100));

  expect(picture).toEqual({
    status: 'unscored',
    code: 'media-broken',
    reason: 'The bytes are no text but PNG, not what the name says.',
  });
  expect(noise).toMatchObject({
    code: 'media-broken',
    reason: 'The bytes are no text but binary data.',
  });
  expect(control).toMatchObject({ code: 'media-broken' });
});

test('empty, missing and oversized files each have their reason', async () => {
  expect(await inspectBytes('empty.py', '')).toMatchObject({
    code: 'media-broken',
    reason: 'The file is empty (0 bytes).',
  });
  expect(await inspectBytes('blank.py', ' \n')).toMatchObject({ code: 'media-broken' });
  expect(await codeInspector.inspectFile(join(folder, 'none.py'))).toMatchObject({
    code: 'media-missing',
  });
  expect(await codeInspector.inspectFile(folder)).toMatchObject({ code: 'media-missing' });
  expect(await inspectBytes('big.py', 'a = 1\n'.repeat(1_500_000))).toMatchObject({
    code: 'media-too-large',
    reason: 'The file has 9.0 MB; the limit is 8 MB.',
  });
});

test('UTF-16 and Windows-1252 are read as what they are', async () => {
  const wide = await inspectBytes('wide.py', Buffer.from('\uFEFFa = "ü"\n', 'utf16le'));
  const old = await inspectBytes('old.py', Buffer.from('a = "\xfc"\n', 'latin1'));

  for (const outcome of [wide, old]) {
    expect(outcome).toMatchObject({ inspection: { figures: { 'syntax errors': { value: 0 } } } });
  }
  expect(JSON.stringify(wide)).toContain('Read as UTF-16 LE.');
  expect(JSON.stringify(old)).toContain('Read as Windows-1252.');
});

test('code that is cut off in the middle has an error where it stops', async () => {
  const whole = 'def f(x):\n    return sum([i for i in x])\n';

  const outcome = await inspectBytes('cut.py', whole.slice(0, -4));

  expect(outcome).toMatchObject({ inspection: { findings: [{ line: 2 }] } });
});
