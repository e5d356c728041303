import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { concat, sine, wavBytes } from '../../../tests/builders/sounds.ts';
import { heightOf, hertzAt, type Spectrogram } from '../../../shared/model/spectrogram.ts';
import { createSpectrogramReader, type SpectrogramAsk } from './spectrogram.ts';
import { openSound } from './sound/open-sound.ts';
import { spreadOrder } from './sound/places.ts';
import { makeSpectrogram } from './spectrogram/make-spectrogram.ts';

const never = new AbortController().signal;
const RATE_HZ = 16_000;
let dir: string;
let path: string;
const reader = createSpectrogramReader();
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-spectrogram-'));
  path = join(dir, 'steps.wav');
  // 1 s of 500 Hz at full scale, 1 s of 2 kHz at a hundredth, 1 s of silence
  const parts = [sine(1, 500, 1, RATE_HZ), sine(1, 2000, 0.01, RATE_HZ), new Float32Array(RATE_HZ)];
  const samples = concat(...parts);
  writeFileSync(path, wavBytes([samples], RATE_HZ));
});
afterAll(() => {
  reader.close();
  rmSync(dir, { recursive: true, force: true });
});

const whole = { fromMs: 0, columns: 30, rows: 64, scale: 'linear', isQuick: false } as const;
const ask = (more: Partial<SpectrogramAsk> = {}): SpectrogramAsk => ({
  ...{ ...whole, path, cacheDir: undefined },
  ...more,
});

/** The loudest row of a column as its frequency and byte. */
function loudest(picture: Spectrogram, column: number): { hertz: number; level: number } {
  const levels = Buffer.from(picture.levels, 'base64');
  const at = (row: number) => levels[row * picture.columns + column] ?? 0;
  let row = 0;
  for (let i = 1; i < picture.rows; i++) if (at(i) > at(row)) row = i;
  const hertz = hertzAt(picture.scale, (row + 0.5) / picture.rows, picture.highHz);
  return { hertz, level: at(row) };
}

test('each tone stands in its row, at its time and at its level', async () => {
  const picture = await reader.read(ask(), never);

  expect(picture).toMatchObject({ durationMs: 3000, highHz: 8000, coverage: 1, isComplete: true });
  // 64 rows of 125 Hz: 500 Hz begins the fifth, 2 kHz the seventeenth
  expect(Math.abs(loudest(picture, 5).hertz - 500)).toBeLessThan(125);
  expect(loudest(picture, 5).level).toBeGreaterThanOrEqual(250); // 0 dB
  expect(Math.abs(loudest(picture, 15).hertz - 2000)).toBeLessThan(125);
  // −40 of −100 dB: 255 · 0.6 = 153
  expect(Math.abs(loudest(picture, 15).level - 153)).toBeLessThan(5);
  expect(loudest(picture, 25).level).toBe(0);
  expect(picture.peaks[5]).toBeCloseTo(1, 2);
  expect(picture.peaks[15]).toBeCloseTo(0.01, 3);
});

test('on the scale of hearing a tone stands at the height that is said of it', async () => {
  const picture = await reader.read(ask({ scale: 'mel' }), never);

  const row = heightOf('mel', 500, picture.highHz) * picture.rows;
  const found = heightOf('mel', loudest(picture, 5).hertz, picture.highHz) * picture.rows;
  expect(Math.abs(found - row)).toBeLessThan(1.5);
});

test('a stretch is that stretch, and one behind the end is no error', async () => {
  const part = await reader.read(ask({ fromMs: 900, toMs: 1100 }), never);
  const beyond = await reader.read(ask({ fromMs: 9000, toMs: 9500 }), never);

  expect(loudest(part, 3).hertz).toBeLessThan(700);
  expect(loudest(part, 26).hertz).toBeGreaterThan(1800);
  expect(beyond.toMs).toBe(3000);
});

test('channels that cancel each other are both seen', async () => {
  const left = sine(1, 1000, 0.5, RATE_HZ);
  const file = join(dir, 'opposite.wav');
  const channels = [left, left.map((value) => -value)];
  writeFileSync(file, wavBytes(channels, RATE_HZ));

  const picture = await reader.read(ask({ path: file, rows: 32 }), never);

  expect(loudest(picture, 10).level).toBeGreaterThan(230); // −6 dB: 240
});

test('a long sound gives a coarse picture in time, whose tones are where they belong', async () => {
  const file = join(dir, 'long.wav');
  const low = sine(20, 500, 0.5, RATE_HZ);
  const high = sine(20, 3000, 0.5, RATE_HZ);
  writeFileSync(file, wavBytes([concat(low, high)], RATE_HZ));
  const sound = await openSound(file);
  let clock = 0;
  const slowly = () => (clock += 50); // each place takes 50 ms: eight of them fit

  const picture = await makeSpectrogram(sound, { ...whole, columns: 32, isQuick: true }, slowly);
  sound.close();

  expect(picture.isComplete).toBe(false);
  expect(picture.coverage).toBeLessThan(0.05);
  expect(loudest(picture, 2).hertz).toBeLessThan(700);
  expect(loudest(picture, 14).hertz).toBeLessThan(700);
  expect(loudest(picture, 18).hertz).toBeGreaterThan(2800);
  expect(loudest(picture, 31).hertz).toBeGreaterThan(2800);
});

test('places to look at are all of them once, and the first ones are spread out', () => {
  expect(spreadOrder(8)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
  expect(spreadOrder(5)).toEqual([0, 4, 2, 1, 3]);
});

test('the picture of a whole file is kept on disk until the file changes', async () => {
  const cacheDir = join(dir, 'cache');
  const [maker, fresh] = [createSpectrogramReader(), createSpectrogramReader()];
  const first = await maker.read(ask({ cacheDir }), never);
  const [kept = ''] = readdirSync(cacheDir);
  writeFileSync(join(cacheDir, kept), JSON.stringify({ ...first, durationMs: 42 }));
  const second = await fresh.read(ask({ cacheDir }), never);
  utimesSync(path, new Date(0), new Date(0));
  const third = await fresh.read(ask({ cacheDir }), never);
  maker.close();
  fresh.close();

  expect(second.durationMs).toBe(42);
  expect(third).toEqual(first);
});
