import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelDefects } from '../../../shared/model/defects.ts';
import { makeGlb, simpleGltf } from '../../../tests/builders/make-glb.ts';
import { makeCube, makeSphere, objText, withFaces } from '../../../tests/builders/make-mesh.ts';
import { createDefectReader, type DefectReader } from './defects.ts';

const fixtures = join(import.meta.dirname, '../../../tests/fixtures/media');
const never = new AbortController().signal;
let dir: string;
let reader: DefectReader;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-defects-'));
  reader = createDefectReader();
});
afterAll(() => {
  reader.close();
  rmSync(dir, { recursive: true, force: true });
});
const save = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const floats = (text: string | undefined): Float32Array => {
  const bytes = Buffer.from(text ?? '', 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};
const openCube = () => withFaces(makeCube(), [...makeCube().faces].slice(3));

test('a sound model has no kinds of defects', async () => {
  const { kinds, notes } = await reader.read(join(fixtures, 'cube.off'), never);

  expect(kinds).toEqual([]);
  expect(notes).toEqual([]);
});

test('the places of defects are in the space of the file once the origin is added', async () => {
  const far = { ...openCube(), positions: openCube().positions.map((value) => value + 1e7) };

  const found = ModelDefects.parse(await reader.read(save('far.obj', objText(far)), never));

  const [boundary] = found.kinds;
  expect(boundary).toMatchObject({ id: 'boundary-edges', label: 'Boundary edges', total: 3 });
  expect(found.origin).toEqual([1e7 + 0.5, 1e7 + 0.5, 1e7 + 0.5]);
  // the rim lies in the plane x = 0, so far out that 32 bits alone would not tell
  const xs = [...floats(boundary!.segments)].filter((_, i) => i % 3 === 0);
  expect(xs.map((x) => x + found.origin[0])).toEqual(Array.from({ length: 6 }, () => 1e7));
});

test('a GLB gives places where its nodes put them', async () => {
  const { positions, faces } = openCube();
  const node = { translation: [5, 0, 0], scale: [2, 2, 2] };
  const { document, binary } = simpleGltf([...positions], [...faces], node);

  const { kinds, origin } = await reader.read(save('open.glb', makeGlb(document, binary)), never);

  expect(origin).toEqual([6, 1, 1]);
  const xs = [...floats(kinds[0]!.segments)].filter((_, i) => i % 3 === 0);
  expect(new Set(xs)).toEqual(new Set([-1])); // 5 − 6
});

test('a file that cannot be looked at says why', async () => {
  const refused = (path: string) => reader.read(path, never);

  await expect(refused(join(fixtures, 'cut.glb'))).rejects.toMatchObject({ code: 'unreadable' });
  await expect(refused(join(fixtures, 'cube.mtl'))).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('"mtl"') as string,
  });
  await expect(refused(save('empty.obj', '# no vertices\n'))).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('no vertices') as string,
  });
});

test('an answer is kept until the file changes', async () => {
  const path = save('cube.obj', objText(openCube()));

  const first = await reader.read(path, never);
  const second = await reader.read(path, never);
  writeFileSync(path, objText(makeCube()));
  const third = await reader.read(path, never);

  expect(second).toBe(first);
  expect(third.kinds).toEqual([]);
});

test('one that takes too long is given up, and the next one is answered', async () => {
  const hasty = createDefectReader(1);
  const path = save('large.obj', objText(makeSphere(200, 400)));

  await expect(hasty.read(path, never)).rejects.toMatchObject({ code: 'unsupported' });
  hasty.close();
  expect((await reader.read(join(fixtures, 'cube.obj'), never)).kinds).toEqual([]);
});

test('who leaves is told so, and the next one is answered', async () => {
  const leaving = new AbortController();
  const path = save('left.obj', objText(makeSphere(200, 400)));

  const asked = reader.read(path, leaving.signal);
  const refused = expect(asked).rejects.toThrow('no longer wanted');
  leaving.abort();

  await refused;
  expect((await reader.read(path, never)).kinds).toEqual([]);
});
