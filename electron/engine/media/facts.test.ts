import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MediaFacts } from '../../../shared/model/media.ts';
import { readMediaFacts } from './facts.ts';

const fixtures = join(import.meta.dirname, '../../../tests/fixtures/media');
const factsOf = (name: string) => readMediaFacts(join(fixtures, name));
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-facts-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['drawing.png', 'image/png', 320, 200],
  ['drawing.jpg', 'image/jpeg', 320, 200],
  ['drawing.webp', 'image/webp', 320, 200],
  ['alpha.png', 'image/png', 320, 200],
  ['drawing.svg', 'image/svg+xml', 320, 200],
  ['moving.gif', 'image/gif', 64, 48],
  ['red.bmp', 'image/bmp', 20, 10],
  ['clip.mp4', 'video/mp4', 192, 108],
  ['clip.webm', 'video/webm', 192, 108],
])('%s is known by its bytes, with its size in pixels', async (name, type, widthPx, heightPx) => {
  const facts = await factsOf(name);

  expect(facts).toMatchObject({ detectedType: type, widthPx, heightPx, warnings: [] });
  expect(facts.broken).toBeUndefined();
});

test.each([
  ['tone.wav', 'audio/wav', 1500, 8000, 1],
  ['tone.flac', 'audio/flac', 1500, 8000, 1],
  ['tone.ogg', 'audio/ogg', 1500, 16_000, 2],
  ['tone.opus', 'audio/ogg', 1506, 48_000, 1],
  ['tone.m4a', 'audio/mp4', 1500, 8000, 1],
  ['clip.mp4', 'video/mp4', 2000, 16_000, 1],
])('%s tells how long and at what rate it sounds', async (name, type, ms, rate, channels) => {
  const facts = await factsOf(name);

  expect(facts).toMatchObject({ detectedType: type, sampleRateHz: rate, channels });
  expect(Math.abs((facts.durationMs ?? 0) - ms)).toBeLessThan(140); // one codec frame
});

test('an MP3 tells its length from the frame count of its Info header', async () => {
  const facts = await factsOf('speech.mp3');

  // ffprobe: 3.24 s, 16 kHz, mono
  expect(facts).toMatchObject({ detectedType: 'audio/mpeg', sampleRateHz: 16_000, channels: 1 });
  expect(facts.durationMs).toBeGreaterThan(3100);
  expect(facts.durationMs).toBeLessThan(3400);
});

test.each([
  ['cube.off', 'model/off', 8, 6],
  ['cloud.ply', 'model/ply', 1200, 0],
  ['colored.ply', 'model/ply', 4, 4],
  ['cube.stl', 'model/stl', 36, 12],
])('%s tells its vertices and faces', async (name, type, vertices, faces) => {
  expect(await factsOf(name)).toMatchObject({ detectedType: type, vertices, faces, warnings: [] });
});

test.each([
  ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['sheet.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pages.pdf', 'application/pdf'],
  ['cube.glb', 'model/gltf-binary'],
  ['cube.obj', 'text/plain'],
  ['table.csv', 'text/plain'],
  ['notes.md', 'text/plain'],
  ['hello.py', 'text/plain'],
])('%s is known and has nothing to complain of', async (name, type) => {
  const facts = await factsOf(name);

  expect(facts).toMatchObject({ detectedType: type, warnings: [] });
  expect(facts.broken).toBeUndefined();
});

test.each([
  ['empty.png', 'The file is empty (0 bytes).'],
  ['cut.png', 'Cut off: the header is PNG but the data ends after 412 bytes, before the end mark.'],
  ['cut.jpg', 'Cut off: the header is JPEG'],
  ['cut.wav', 'Cut off: the header is WAV but the data ends after 9,000 of 24,078 bytes.'],
  ['cut.mp4', 'Cut off: the header is MP4'],
  ['no-moov.mp4', 'Cut off: the header is MP4'],
  ['cut.glb', 'Cut off: the header is GLB but the data ends after 500 of 764 bytes.'],
  ['cut.ply', 'Cut off: the header is PLY but the data ends after 9,158 of 28,958 bytes.'],
  ['cut.pdf', 'Cut off: the header is PDF'],
  ['web-page.png', 'The file is a web page, not PNG'],
])('%s is broken, in a sentence', async (name, sentence) => {
  const facts = await factsOf(name);

  expect(facts.broken).toContain(sentence);
});

test('an mp4 that is whole but has no moov box says so', async () => {
  const path = join(dir, 'silent.mp4');
  const box = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(name, 4);
    return Buffer.concat([head, body]);
  };
  writeFileSync(
    path,
    Buffer.concat([box('ftyp', Buffer.from('isom0000')), box('mdat', Buffer.alloc(99))]),
  );

  expect((await readMediaFacts(path)).broken).toContain('no "moov" box');
});

test('a JPEG named PNG is shown as what it is, with a warning', async () => {
  expect(await factsOf('jpeg-inside.png')).toEqual({
    sizeBytes: 3931,
    detectedType: 'image/jpeg',
    details: [{ label: 'Colours', value: '8-bit colour' }],
    widthPx: 320,
    heightPx: 200,
    warnings: ['The extension says PNG, the bytes are JPEG; it is shown as that.'],
  });
});

test('bytes of no format are broken where the extension promises one', async () => {
  const path = join(dir, 'noise.jpg');
  writeFileSync(path, Buffer.from([1, 2, 3, 4, 5, 0, 0, 0]));

  expect((await readMediaFacts(path)).broken).toContain(
    'Not a JPEG file: it begins with 01 02 03 04',
  );
});

test('every fixture, cut at every one of many places, gives facts and never throws', async () => {
  for (const name of readdirSync(fixtures)) {
    const path = join(dir, `cut-${name}`);
    copyFileSync(join(fixtures, name), path);
    const whole = readFileSync(path);
    for (let step = 0; step <= 24; step++) {
      writeFileSync(path, whole.subarray(0, Math.floor((whole.length * step) / 24)));
      const facts = await readMediaFacts(path);
      expect(MediaFacts.safeParse(facts).success, `${name} at ${step}/24`).toBe(true);
    }
  }
});

test('a file that is gone is an error with its path last', async () => {
  const path = join(dir, 'gone.png');

  await expect(readMediaFacts(path)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/ENOENT.*gone\.png"$/) as string,
  });
});
