import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import { writePicture } from '../../../../tests/builders/pictures.ts';
import { wordOverlap, wordsOf } from '../../../../shared/interleave/align/words.ts';
import { createFeatureReader } from './item-features.ts';

const NO_PATIENCE = 0;

test('it does not wait: what is not known yet comes with the rest', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1);
  const reader = createFeatureReader(NO_PATIENCE);
  const file = { path, modality: 'image' } as const;

  const first = await reader.read([file]);
  await first.rest;
  const { features } = await createFeatureReader(60_000).read([file]);

  expect(first.features.get(path)).toBeUndefined();
  expect(first.rest).toBeDefined();
  expect(features.get(path)?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('a file that changed is looked at again, and one that is gone has nothing', async () => {
  const dir = makeFolder();
  const path = writePicture(join(dir, 'a.png'), 1);
  const reader = createFeatureReader(60_000);
  const look = async () => (await reader.read([{ path, modality: 'image' }])).features.get(path);
  const before = await look();
  const { mtime } = statSync(path);

  writePicture(path, 2);
  utimesSync(path, mtime, new Date(mtime.getTime() + 5000));
  const after = await look();

  expect(after).not.toEqual(before);
  const gone = join(dir, 'gone.png');
  expect((await reader.read([{ path: gone, modality: 'image' }])).features.get(gone)).toEqual({});
});

test('code is known by its words, other files by their size', async () => {
  const dir = makeFolder();
  const code = writeText(join(dir, 'a.py'), 'def area(radius): return radius');
  const paper = writeText(join(dir, 'a.pdf'), '%PDF-');
  const { features } = await createFeatureReader(60_000).read([
    { path: code, modality: 'code' },
    { path: paper, modality: 'document' },
  ]);

  const words = features.get(code)?.words ?? new Uint32Array();
  expect(wordOverlap(words, wordsOf('def area(radius): return radius'))).toBe(1);
  expect(features.get(paper)).toEqual({ sizeBytes: 5 });
});
