import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeThreeD } from '../three-d.ts';
import { readPlyColours } from './ply-colours.ts';

const DATA = fileURLToPath(new URL('../../../../../assets/samples/', import.meta.url));

const header = (format: string, type: string) =>
  `ply\nformat ${format} 1.0\nelement vertex 2\nproperty float x\nproperty float y\nproperty float z\n` +
  `property ${type} red\nproperty ${type} green\nproperty ${type} blue\nend_header\n`;

test('colours of PLY vertices are read from text and from binary data', () => {
  const text = Buffer.from(`${header('ascii', 'uchar')}0 0 0 255 128 0\n1 1 1 1 2 3\n`);
  const data = Buffer.alloc(2 * 15);
  data.set([255, 128, 0], 12);
  data.set([1, 2, 3], 27);
  const binary = Buffer.concat([Buffer.from(header('binary_little_endian', 'uchar')), data]);

  const expected = Uint8Array.of(255, 128, 0, 1, 2, 3);
  expect(readPlyColours(text)).toEqual(expected);
  expect(readPlyColours(binary)).toEqual(expected);
});

test('colours of PLY that are shares of one are brought to bytes', () => {
  const text = Buffer.from(`${header('ascii', 'float')}0 0 0 1 0.5 0\n1 1 1 0 0 0.2\n`);

  // 0.5 · 255 = 127.5, 0.2 · 255 = 51
  expect(readPlyColours(text)).toEqual(Uint8Array.of(255, 128, 0, 0, 0, 51));
});

test('a PLY without colours, or with nonsense for them, has none', () => {
  const bare = 'ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nend_header\n0\n';

  expect(readPlyColours(Buffer.from(bare))).toBeUndefined();
  const nonsense = `${header('ascii', 'float')}0 0 0 -1 0 0\n0 0 0 0 0 0\n`;
  expect(readPlyColours(Buffer.from(nonsense))).toBeUndefined();
});

test('plain colours of glTF materials go to the vertices of their parts, as sRGB', async () => {
  const path = `${DATA}dataset/data/natural_science/chemistry/threeD/thd_0302_01.glb`;

  const decoded = await decodeThreeD(path);

  if (decoded.status !== 'decoded') throw new Error(decoded.reason);
  const { colours = new Uint8Array(0), positions } = decoded.value;
  expect(colours).toHaveLength(positions.length);
  const seen = new Map<string, number>();
  for (let at = 0; at < colours.length; at += 3) {
    const name = colours.subarray(at, at + 3).join(' ');
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  // oxygen, linear 0.5776 0.0369 0.0284: 1.055 · 0.5776^(1/2.4) − 0.055 = 0.7843 → 200
  expect(seen.size).toBe(3);
  expect(seen.has('200 54 47')).toBe(true);
});

test('the official way of reading a PLY gives no colours, and the same vertices', async () => {
  const path = `${DATA}predictions/Aria-7B/natural_science/chemistry/threeD/thd_0302_02.ply`;

  const official = await decodeThreeD(path);
  const surface = await decodeThreeD(path, { withPlyFaces: true });

  if (official.status !== 'decoded' || surface.status !== 'decoded') throw new Error('unreadable');
  expect(official.value).toEqual({ kind: 'cloud', positions: surface.value.positions });
  expect(surface.value.colours?.subarray(0, 3)).toEqual(Uint8Array.of(48, 86, 196));
});
