import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { simpleGltf } from '../../../../tests/builders/make-glb.ts';
import { fileState, hashFile } from './hash-file.ts';

const hashOf = (path: string): string => {
  const hashed = hashFile(path);
  if (hashed.status !== 'hashed') throw new Error(hashed.reason);
  return hashed.contentHash;
};

test('a file is found by its bytes', () => {
  const path = join(makeFolder(), 'a.txt');
  writeFileSync(path, 'bytes');

  expect(hashOf(path)).toBe(createHash('sha256').update('bytes').digest('hex'));
  expect(fileState(path)?.sizeBytes).toBe(5);
});

test('a glTF is another model when the vertices beside it are others', () => {
  const { document, binary } = simpleGltf([0, 0, 0, 1, 0, 0, 0, 1, 0], [0, 1, 2]);
  const text = JSON.stringify({ ...document, buffers: [{ byteLength: 42, uri: 'mesh.bin' }] });
  const folders = [makeFolder(), makeFolder(), makeFolder()];
  const [one = '', same = '', other = ''] = folders.map((dir) => join(dir, 'model.gltf'));
  for (const path of [one, same, other]) writeFileSync(path, text);
  writeFileSync(join(one, '../mesh.bin'), binary);
  writeFileSync(join(same, '../mesh.bin'), binary);
  writeFileSync(join(other, '../mesh.bin'), Buffer.from(binary).fill(7, 0, 4));

  expect(hashOf(one)).toBe(hashOf(same));
  expect(hashOf(one)).not.toBe(hashOf(other));
  expect(fileState(one)?.sizeBytes).toBe(text.length + binary.length);
  rmSync(join(one, '../mesh.bin'));
  expect(fileState(one)?.sizeBytes).toBe(text.length);
  expect(hashOf(one)).not.toBe(hashOf(same));
});
