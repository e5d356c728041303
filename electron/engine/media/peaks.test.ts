import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { concat, sine, wavBytes } from '../../../tests/builders/sounds.ts';
import { createPeaksReader, type PeaksReader } from './peaks.ts';
import { samplePeaks } from './peaks/sample.ts';
import { openSound } from './sound/open-sound.ts';

const fixtures = join(import.meta.dirname, '../../../tests/fixtures/media');
const never = new AbortController().signal;
let dir: string;
let cacheDir: string;
let reader: PeaksReader;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-peaks-'));
  cacheDir = join(dir, 'cache', 'peaks');
  reader = createPeaksReader();
});
afterAll(() => {
  reader.close();
  rmSync(dir, { recursive: true, force: true });
});
const read = (name: string, bins = 100) =>
  reader.read({ path: join(fixtures, name), bins, cacheDir: undefined }, never);

test.each([
  ['tone.wav', 1500, 8000],
  ['tone.flac', 1500, 8000],
  ['tone.ogg', 1500, 16_000],
  ['tone.opus', 1500, 48_000],
])('%s gives its length and a waveform that fades out as the tone does', async (name, ms, rate) => {
  const { durationMs, sampleRateHz, peaks } = await read(name);

  expect(Math.abs(durationMs - ms)).toBeLessThan(20);
  expect(sampleRateHz).toBe(rate);
  expect(peaks).toHaveLength(100);
  // half of ffmpeg's sine (amplitude 1/8): 1/16 while it is held, nothing at the end of the fade
  expect(Math.max(...peaks)).toBeCloseTo(1 / 16, 1);
  expect(peaks[99]).toBeLessThan(0.01);
  expect(peaks[30]).toBeGreaterThan(0.04);
});

test('speech in MP3 has its pauses and its loud words', async () => {
  const { peaks, channels } = await read('speech.mp3', 400);

  expect(channels).toBe(1);
  expect(Math.max(...peaks)).toBeGreaterThan(0.2);
  expect(Math.min(...peaks)).toBeLessThan(0.01);
});

test('a file that is cut off still gives the waveform of what is there', async () => {
  const { durationMs } = await read('cut.wav');

  // 9,000 − 78 bytes of 16-bit mono at 8 kHz
  expect(Math.abs(durationMs - 557)).toBeLessThan(2);
});

test('a file without sound and one that is no sound each say so', async () => {
  await expect(read('clip.webm')).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('has no sound') as string,
  });
  await expect(read('drawing.png')).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('no decoder for PNG') as string,
  });
});

test('a waveform is kept on disk and read from there; a changed file is decoded again', async () => {
  const path = join(dir, 'tone.wav');
  copyFileSync(join(fixtures, 'tone.wav'), path);
  const request = { path, bins: 64, cacheDir };

  const first = await reader.read(request, never);
  const [kept = ''] = readdirSync(cacheDir);
  // what stands in the cache is what is given, without decoding
  writeFileSync(join(cacheDir, kept), JSON.stringify({ ...first, durationMs: 42 }));
  const second = await reader.read(request, never);
  utimesSync(path, new Date(0), new Date(0));
  const third = await reader.read(request, never);

  expect(second.durationMs).toBe(42);
  expect(third).toEqual(first);
});

test('a damaged cache file is made again', async () => {
  const request = { path: join(fixtures, 'tone.flac'), bins: 32, cacheDir };
  const first = await reader.read(request, never);
  for (const name of readdirSync(cacheDir)) writeFileSync(join(cacheDir, name), '{"peaks": [');

  expect(await reader.read(request, never)).toEqual(first);
});

test('cards that ask at the same time share one decoding; one that leaves takes it from no other', async () => {
  const leaving = new AbortController();
  const request = { path: join(fixtures, 'speech.mp3'), bins: 77, cacheDir: undefined };

  const all = Promise.allSettled([
    reader.read(request, leaving.signal),
    reader.read(request, never),
    reader.read(request, never),
  ]);
  leaving.abort();
  const [, second, third] = await all;

  expect(second).toMatchObject({ status: 'fulfilled' });
  expect(second.status === 'fulfilled' && second.value.peaks).toHaveLength(77);
  expect(third).toEqual(second);
});

test('when everyone has left, the decoding stops and the next file is decoded', async () => {
  const leaving = new AbortController();
  const path = join(dir, 'long.wav');
  const header = readFileSync(join(fixtures, 'tone.wav')).subarray(0, 78);
  header.writeUInt32LE(0xffffffff, 74);
  writeFileSync(path, Buffer.concat([header, Buffer.alloc(60_000_000)]));
  const first = reader.read({ path, bins: 99, cacheDir: undefined }, leaving.signal);
  const refused = expect(first).rejects.toThrow('no longer wanted');
  await stat(path); // by now it is asked for, and an hour of sound takes longer than this
  leaving.abort();

  await refused;
  expect((await read('tone.wav')).peaks).toHaveLength(100);
});

test('a long sound is sampled in haste: places spread over it, said to be no more than that', async () => {
  const path = join(dir, 'steps.wav');
  // twenty seconds each of half loudness, silence, full loudness and a quarter
  const parts = [0.5, 0, 1, 0.25].map((loudness) => sine(20, 400, loudness, 8000));
  writeFileSync(path, wavBytes([concat(...parts)], 8000));
  const request = { path, bins: 32, cacheDir: undefined };

  const quick = await reader.read({ ...request, isQuick: true }, never);
  const whole = await reader.read(request, never);

  expect(quick).toMatchObject({ durationMs: 80_000, isComplete: false, sampleRateHz: 8000 });
  expect(quick.peaks).toHaveLength(32);
  // 32 places of 50 ms are 1.6 s of 80 s; fewer where time ran out
  expect(quick.coverage).toBeGreaterThan(0);
  expect(quick.coverage).toBeLessThanOrEqual(0.021);
  expect(whole).toMatchObject({ coverage: 1, isComplete: true });
});

test('every bin is sampled where there is time, and those left out show what stands before them', async () => {
  const path = join(dir, 'two-halves.wav');
  const loud = concat(sine(40, 400, 0.5, 8000), sine(40, 400, 0.125, 8000));
  writeFileSync(path, wavBytes([loud], 8000));
  const sound = await openSound(path);
  let asked = 0;

  const all = await samplePeaks(sound, 16, () => false);
  const few = await samplePeaks(sound, 16, () => ++asked > 1);
  sound.close();

  expect(all.peaks.slice(0, 8).every((peak) => Math.abs(peak - 0.5) < 0.01)).toBe(true);
  expect(all.peaks.slice(8).every((peak) => Math.abs(peak - 0.125) < 0.01)).toBe(true);
  expect(all.coverage).toBeCloseTo((16 * 0.05) / 80, 3);
  // bins 0 and 8: the first half and the second
  expect(few.peaks).toEqual(all.peaks.map((_, bin) => few.peaks[bin < 8 ? 0 : 8]));
  expect(few.coverage).toBeCloseTo((2 * 0.05) / 80, 4);
});

test('what is short, or cannot be read from its middle, is complete also in haste, and is kept', async () => {
  const short = { path: join(fixtures, 'speech.mp3'), bins: 50, cacheDir };

  const quick = await reader.read({ ...short, isQuick: true }, never);

  expect(quick).toMatchObject({ isComplete: true, coverage: 1 });
  expect(await reader.read(short, never)).toEqual(quick);
});
