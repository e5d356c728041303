import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { similarityOf } from '../../../../shared/interleave/align/similarity.ts';
import { createRandom } from '../../../../shared/stats/random.ts';
import { hashPicture, hashSamples } from './picture-hash.ts';

test('the same motif is found again, smaller and strongly compressed', async () => {
  const dir = folder();
  const original = join(dir, 'a.png');
  const smaller = join(dir, 'b.jpg');
  await sharp(motif(1)).png().toFile(original);
  await sharp(motif(1)).resize(90, 60).jpeg({ quality: 30 }).toFile(smaller);

  expect(alike(await hashPicture(original), await hashPicture(smaller))).toBeGreaterThan(0.85);
});

test('different motifs are hardly alike', async () => {
  const dir = folder();
  const hashes = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (seed) => {
      const path = join(dir, `${seed}.png`);
      await sharp(motif(seed)).png().toFile(path);
      return await hashPicture(path);
    }),
  );

  const pairs = hashes.flatMap((a, at) => hashes.slice(at + 1).map((b) => alike(a, b)));
  expect(Math.max(...pairs)).toBeLessThan(0.6);
});

test('a picture of one colour, and one that is broken, have no hash', async () => {
  const dir = folder();
  const flat = join(dir, 'flat.png');
  const broken = join(dir, 'broken.png');
  await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .png()
    .toFile(flat);
  writeFileSync(broken, 'no picture');

  expect(await hashPicture(flat)).toBeUndefined();
  expect(await hashPicture(broken)).toBeUndefined();
  expect(await hashPicture(join(dir, 'none.png'))).toBeUndefined();
});

test('brightness alone changes nothing', () => {
  const random = createRandom(3);
  const dark = Uint8Array.from({ length: 32 * 32 }, () => Math.floor(random() * 100));
  const bright = dark.map((value) => value + 120);

  const hash = hashSamples(dark);

  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(hash?.slice(1)).toBe(hashSamples(bright)?.slice(1)); // its first bit is the brightness
});

function alike(a: string | undefined, b: string | undefined): number {
  const segment = (fingerprint: string | undefined) => ({
    index: 0,
    modality: 'image' as const,
    rank: 0,
    words: new Uint32Array(),
    ...(fingerprint !== undefined && { fingerprint }),
  });
  return similarityOf(segment(a), segment(b))?.value ?? -1;
}

/** Soft blobs, as a drawing has them. */
function motif(seed: number) {
  const random = createRandom(seed);
  const spots = Array.from({ length: 8 }, () => {
    const [x, y, r] = [random() * 300, random() * 200, 20 + random() * 60];
    const grey = Math.floor(random() * 200);
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="rgb(${grey},${grey},90)"/>`;
  });
  const head = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">';
  return Buffer.from(`${head}<rect width="300" height="200" fill="#fff"/>${spots.join('')}</svg>`);
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hash-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}
