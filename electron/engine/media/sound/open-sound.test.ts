import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canMakeClips } from '../../../../tests/builders/make-clip.ts';
import { noise, wavBytes } from '../../../../tests/builders/sounds.ts';
import { openBytes } from './file-bytes.ts';
import { countFrames, walkFrames } from './mp3-index.ts';
import { openSound } from './open-sound.ts';

const RATE_HZ = 48_000;
const SECONDS = 20;
const fixtures = join(import.meta.dirname, '../../../../tests/fixtures/media');
let dir: string;
let samples: Float32Array;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-sound-'));
  // noise that no other moment resembles, of a loudness that tells the second: k / 40 in second k
  samples = noise(SECONDS, 1, RATE_HZ).map(
    (value, i, all) =>
      ((value + (all[i - 1] ?? 0) + (all[i - 2] ?? 0)) / 3) * (Math.floor(i / RATE_HZ) / 40 + 0.1),
  );
  writeFileSync(join(dir, 'noise.wav'), wavBytes([samples], RATE_HZ));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function encode(name: string, options: readonly string[]): string {
  const path = join(dir, name);
  const args = ['-v', 'error', '-y', '-i', join(dir, 'noise.wav'), ...options, path];
  expect(spawnSync('ffmpeg', args, { encoding: 'utf8' }).stderr).toBe('');
  return path;
}

/** Samples by which what was read lies behind the original, and how alike both are, in [-1, 1]. */
function lagOf(read: Float32Array, startS: number): { lag: number; likeness: number } {
  const from = read.length >> 1;
  const at = Math.round(startS * RATE_HZ) + from;
  let best = { lag: 0, likeness: -1 };
  for (let lag = -1200; lag <= 1200; lag++) {
    let [both, one, other] = [0, 0, 0];
    for (let i = 0; i < 1500; i++) {
      const [a, b] = [read[from + i] ?? 0, samples[at - lag + i] ?? 0];
      both += a * b;
      one += a * a;
      other += b * b;
    }
    const likeness = both / Math.sqrt(one * other + 1e-20);
    if (likeness > best.likeness) best = { lag, likeness };
  }
  return best;
}

const FORMATS: readonly (readonly [string, readonly string[]])[] = [
  ['noise.wav', []],
  ['cbr.mp3', ['-b:a', '192k']],
  ['vbr.mp3', ['-q:a', '2']],
  ['noise.ogg', ['-c:a', 'libvorbis', '-q:a', '7']],
  ['noise.opus', ['-c:a', 'libopus', '-b:a', '192k']],
  ['noise.flac', []],
  ['noise.m4a', ['-c:a', 'aac', '-b:a', '256k']],
];

test.skipIf(!canMakeClips).for(FORMATS)(
  '%s: any moment is read without what lies before, and stands where it belongs',
  async ([name, options]) => {
    const path = name === 'noise.wav' ? join(dir, name) : encode(name, options);
    const sound = await openSound(path);
    try {
      expect(sound.sampleRateHz).toBe(RATE_HZ);
      expect(Math.abs(sound.durationS - SECONDS)).toBeLessThan(0.05);
      for (const [startS, lengthS] of [
        [13.37, 0.2],
        [4, 3],
        [0, 0.5],
      ] as const) {
        const { startS: at, channels } = await sound.read(startS, lengthS);
        const [read = new Float32Array()] = channels;
        expect(at).toBeLessThanOrEqual(startS + 0.001);
        expect(at + read.length / RATE_HZ).toBeGreaterThanOrEqual(startS + lengthS - 0.002);
        const { lag, likeness } = lagOf(read, at);
        expect(likeness).toBeGreaterThan(0.9);
        expect(Math.abs(lag)).toBeLessThan(RATE_HZ / 1000); // a millisecond
      }
    } finally {
      sound.close();
    }
  },
);

test('behind the end nothing is read', async () => {
  const sound = await openSound(join(dir, 'noise.wav'));

  expect((await sound.read(SECONDS + 5, 1)).channels[0]).toHaveLength(0);
  sound.close();
});

test('a file that is cut off gives what is there', async () => {
  const sound = await openSound(join(fixtures, 'cut.wav'));

  // 9,000 − 78 bytes of 16-bit mono at 8 kHz
  expect(sound.durationS).toBeCloseTo(8922 / 16_000, 3);
  expect((await sound.read(0.5, 1)).channels[0]).toHaveLength(461);
  sound.close();
});

test('a file without sound and one that is no sound each say so', async () => {
  await expect(openSound(join(fixtures, 'clip.webm'))).rejects.toThrow('has no sound');
  await expect(openSound(join(fixtures, 'drawing.png'))).rejects.toThrow('no decoder for PNG');
});

test.skipIf(!canMakeClips)(
  'the frames of an MP3 of one bit rate stand where a walk over all of them finds them',
  () => {
    const file = openBytes(encode('even.mp3', ['-b:a', '128k', '-ar', '44100']));
    const walked = walkFrames(file, 0);
    // the first frame says how many there are, and is none of them
    const from = walked?.placeBefore(0).at ?? 0;
    const size = walked?.first.sizeBytes ?? 0;
    const frames = (walked?.frames ?? 0) - 1;
    const rest = walkFrames(file, from + size);

    const counted = countFrames(file, from + size, frames);

    expect(counted?.frames).toBe(rest?.frames);
    for (let frame = 0; frame < frames; frame += 8)
      expect(counted?.placeBefore(frame)).toEqual(rest?.placeBefore(frame));
    // a count that is wrong is not believed
    expect(countFrames(file, from + size, frames + 200)).toBeUndefined();
    file.close();
  },
);
