import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import { makeSphere, objText } from '../../../../tests/builders/make-mesh.ts';
import { makePreview } from './make-preview.ts';

test('an object is drawn from six sides on one sheet, which is not empty', async () => {
  const dir = makeFolder();
  writeText(join(dir, 'ball.obj'), objText(makeSphere(12, 18)));
  const into = join(dir, 'sheet.webp');

  const preview = await makePreview({
    ...{ modality: 'threeD', isPdf: false },
    ...{ path: join(dir, 'ball.obj'), into },
  });

  expect(preview.picture).toMatch(/^6 views: /);
  expect(preview.note).toMatch(/^Mesh, \d+ vertices, \d+ faces; extents /);
  const { width, height } = await sharp(into).metadata();
  expect([width, height]).toEqual([576, 384]);
  // clay on white: the middle of every view is darker than its corner
  const { data } = await sharp(into).greyscale().raw().toBuffer({ resolveWithObject: true });
  for (const [column, row] of [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ] as const) {
    const at = (x: number, y: number) => data[(row * 192 + y) * 576 + column * 192 + x] ?? 0;
    expect(at(96, 96)).toBeLessThan(at(4, 4) - 20);
  }
});

test('what cannot be drawn says why, and a document gives its text', async () => {
  const dir = makeFolder();
  writeText(join(dir, 'none.obj'), '# nothing\n');
  writeText(join(dir, 'table.csv'), 'a,b\n1,2\n');
  writeText(join(dir, 'cut.pdf'), '%PDF-1.7\n');
  const of = (name: string, modality: 'threeD' | 'document', isPdf = false) =>
    makePreview({ modality, isPdf, path: join(dir, name), into: join(dir, 'x.webp') });

  expect((await of('none.obj', 'threeD')).note).toBeTruthy();
  expect(await of('table.csv', 'document')).toMatchObject({ text: 'a\tb\n1\t2', note: 'CSV' });
  expect((await of('cut.pdf', 'document', true)).note).toMatch(/^The PDF cannot be drawn: /);
});
