import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMakeClips, makeClip } from '../../../../tests/builders/make-clip.ts';
import type { FrameBackend, FrameChoice, FrameTap, Stretch } from './backend.ts';
import { ffmpegBackend } from './ffmpeg-backend.ts';
import { loadNodeAv } from './node-av-backend.ts';
import { openVideo } from './open-video.ts';

const MEDIA = new URL('../../../../tests/fixtures/media/', import.meta.url).pathname;
const nodeAv = await loadNodeAv();
const BACKENDS = [
  ...(canMakeClips ? [ffmpegBackend] : []),
  ...(nodeAv === undefined ? [] : [nodeAv]),
];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loupe-frames-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function framesOf(
  backend: FrameBackend,
  path: string,
  stretch: Stretch,
  wanted: Pick<FrameTap, 'format' | 'width' | 'height'> & { readonly choice: FrameChoice },
) {
  const frames: Uint8Array[] = [];
  const onFrame = (data: Uint8Array) => frames.push(Uint8Array.from(data));
  const report = await backend.decode(path, stretch, [{ ...wanted, onFrame }], 60_000);
  return { frames, report };
}

const GREY = { format: 'gray', width: 48, height: 27, choice: { kind: 'all' } } as const;

describe.each(BACKENDS)('$id', (backend) => {
  test.each(['clip.mp4', 'clip.webm'])('tells size, rate, length and sound of %s', async (name) => {
    const probe = await backend.probe(join(MEDIA, name));

    expect(probe).toMatchObject({ widthPx: 192, heightPx: 108, frameRate: 10 });
    expect(probe?.durationS).toBeCloseTo(2, 1);
    expect(probe?.hasAudio).toBe(name === 'clip.mp4');
  });

  test('gives all frames with their times', async () => {
    const { frames, report } = await framesOf(
      backend,
      join(MEDIA, 'clip.mp4'),
      { startS: 0 },
      GREY,
    );

    expect(frames).toHaveLength(20);
    expect(frames[0]).toHaveLength(48 * 27);
    expect(report.timesS).toHaveLength(20);
    expect(report.timesS[7]).toBeCloseTo(0.7, 4);
    expect(report).toMatchObject({ damaged: 0, isTimedOut: false });
  });

  test('a stretch begins at the frame that was asked for, also between key frames', async () => {
    const path = join(MEDIA, 'clip.mp4');
    const all = await framesOf(backend, path, { startS: 0 }, GREY);

    const { frames } = await framesOf(backend, path, { startS: 0.7, durationS: 0.5 }, GREY);

    expect(frames).toHaveLength(5);
    expect(frames[0]).toEqual(all.frames[7]);
    expect(frames[4]).toEqual(all.frames[11]);
  });

  test('only the listed frames are given, in colour at their own size', async () => {
    const choice = { kind: 'listed', indices: [1, 4, 5] } as const;
    const colour = { format: 'rgb24', width: 192, height: 108, choice } as const;

    const { frames } = await framesOf(backend, join(MEDIA, 'clip.mp4'), { startS: 0 }, colour);

    expect(frames).toHaveLength(3);
    expect(frames[0]).toHaveLength(192 * 108 * 3);
  });

  test('files that are no video have no picture track, and no limit is waited for', async () => {
    for (const name of ['tone.wav', 'no-moov.mp4', 'notes.md']) {
      expect(await backend.probe(join(MEDIA, name))).toBe(undefined);
    }
    const { report } = await framesOf(backend, join(MEDIA, 'notes.md'), { startS: 0 }, GREY);
    expect(report.timesS).toEqual([]);
    expect(report.failure).toEqual(expect.any(String));
  });

  test.skipIf(!canMakeClips)(
    'a clip whose frames are damaged is decoded as far as it goes',
    async () => {
      const path = makeClip(folder, `damaged-${backend.id}.ts`, {
        encoder: ['-c:v', 'mpeg2video'],
      });
      const { readFile, writeFile } = await import('node:fs/promises');
      const bytes = await readFile(path);
      for (let at = 20_000; at < bytes.length; at += 7919) bytes.fill(0x5a, at, at + 60);
      await writeFile(path, bytes);

      const { frames, report } = await framesOf(backend, path, { startS: 0 }, GREY);

      expect(frames.length).toBeGreaterThan(5);
      expect(frames.length).toBe(report.timesS.length);
    },
  );
});

test.skipIf(BACKENDS.length < 2)('both backends see the same frames', async () => {
  const colour = { format: 'rgb24', width: 192, height: 108, choice: { kind: 'all' } } as const;
  const [one, two] = await Promise.all(
    BACKENDS.map((backend) => framesOf(backend, join(MEDIA, 'clip.mp4'), { startS: 0 }, colour)),
  );

  expect(one!.frames.length).toBe(two!.frames.length);
  const worst = one!.frames.map((frame, i) =>
    frame.reduce(
      (most, level, j) => Math.max(most, Math.abs(level - (two!.frames[i]?.[j] ?? 0))),
      0,
    ),
  );
  expect(Math.max(...worst)).toBeLessThanOrEqual(3);
});

test('without a decoder a video is unsupported, and the reason says what to install', async () => {
  expect(await openVideo(join(MEDIA, 'clip.mp4'), undefined)).toMatchObject({
    status: 'unscored',
    code: 'unsupported',
    reason: expect.stringContaining('ffmpeg') as string,
  });
});
