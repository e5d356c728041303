import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMakeClips, type ClipOptions, makeClip } from '../../../../tests/builders/make-clip.ts';
import type { QualityEvidence } from '../define.ts';
import { videoSignalQuality } from './signal.ts';

const MEDIA = new URL('../../../../tests/fixtures/media/', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loupe-video-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function evidenceOf(path: string): Promise<QualityEvidence> {
  const outcome = await videoSignalQuality.scoreFile(path);
  if (outcome.status !== 'scored') throw new Error(`${outcome.code}: ${outcome.reason}`);
  return outcome.evidence;
}

const known = new Map<string, Promise<QualityEvidence>>();

/** Evidence of a made clip; the same clip is made once. */
function clip(options: ClipOptions): Promise<QualityEvidence> {
  const key = JSON.stringify(options);
  const evidence =
    known.get(key) ?? evidenceOf(makeClip(folder, `clip-${known.size}.mp4`, options));
  known.set(key, evidence);
  return evidence;
}

const x264 = (crf: number) => ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(crf)];
const mpeg4 = (q: number) => ['-c:v', 'mpeg4', '-q:v', String(q)];
/** Keeps a share of the frames, in their own time. */
const dropped = (of10: number): ClipOptions => ({
  filter: `select='lt(mod(n*7\\,10)\\,${of10})'`,
  more: ['-fps_mode', 'vfr', '-enc_time_base', '1/25'],
});
const frozen = (seconds: number) =>
  `trim=0:${2.4 - seconds},tpad=stop_mode=clone:stop_duration=${seconds}`;

/** Each from unharmed to ruined; the score must fall at every step. */
const HARMS: readonly (readonly [name: string, steps: readonly ClipOptions[]])[] = [
  ['blur', [{}, { filter: 'gblur=1' }, { filter: 'gblur=2' }, { filter: 'gblur=5' }]],
  ['compression (H.264)', [18, 40, 51].map((crf) => ({ encoder: x264(crf) }))],
  ['compression (MPEG-4)', [{ encoder: mpeg4(2) }, { encoder: mpeg4(8) }, { encoder: mpeg4(31) }]],
  ['freezing', [{}, { filter: frozen(0.8) }, { filter: frozen(1.6) }]],
  ['a lower frame rate', [{}, { filter: 'fps=12' }, { filter: 'fps=5' }]],
  ['repeated frames', [{}, { filter: 'fps=12,fps=25' }, { filter: 'fps=5,fps=25' }]],
  ['dropped frames', [{}, dropped(8), dropped(5), dropped(3)]],
  ['noise', [{}, { filter: 'noise=alls=10:allf=t' }, { filter: 'noise=alls=40:allf=t' }]],
  ['black', [{}, { filter: 'fade=out:st=1.6:d=0.04' }, { filter: 'fade=out:st=0.8:d=0.04' }]],
];

describe.skipIf(!canMakeClips)('with ffmpeg to make clips, the score falls with', () => {
  describe.each(['fractal', 'shapes'] as const)('%s', (source) => {
    test.each(HARMS)('%s', async (_, steps) => {
      const scores: number[] = [];
      for (const step of steps) scores.push((await clip({ source, ...step })).score);

      for (const [i, score] of scores.entries()) {
        expect(score, `steps ${scores.join(', ')}`).toBeLessThan(scores[i - 1] ?? 100.01);
        expect(score).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('flicker of the whole picture, but not with motion', async () => {
    const flashing = "eq=brightness='0.02*(2*mod(n\\,2)-1)':eval=frame";

    const steady = await clip({});
    const flicker = await clip({ filter: flashing });

    expect(flicker.score).toBeLessThan(steady.score - 10);
    expect(flicker.components['flicker']?.value).toBeGreaterThan(4);
    expect(steady.components['flicker']?.value).toBeLessThan(0.5);
  });
});

describe.skipIf(!canMakeClips)('with ffmpeg to make clips, the evidence', () => {
  test('is made of named figures in their ranges, whose arithmetic gives the score', async () => {
    const { components, score, notes } = await clip({ filter: 'gblur=1.5' });

    for (const { value, range, score: part } of Object.values(components)) {
      if (value !== undefined) {
        expect(value).toBeGreaterThanOrEqual(range[0]);
        expect(value).toBeLessThanOrEqual(range[1]);
      }
      if (part !== undefined) expect(part >= 0 && part <= 1).toBe(true);
    }
    const part = (name: string) => components[name]?.score ?? NaN;
    const picture =
      0.4 * part('blur') +
      0.25 * part('blockiness') +
      0.15 * part('noise') +
      0.1 * part('exposure') +
      0.1 * part('resolution');
    const motion =
      0.35 * part('frame rate') +
      0.25 * part('jerk') +
      0.25 * part('flicker') +
      0.15 * part('gaps in time');
    const mean = 0.65 * picture + 0.35 * motion;
    const worst = components['worst component']?.value ?? NaN;
    const kept = part('frozen share') * part('black share');
    expect(score).toBeCloseTo(100 * (0.5 * mean + 0.5 * worst) * kept, 1);
    expect(notes.join(' ')).toMatch(/Decoded by (ffmpeg|node-av)/);
  });

  test('tells frames, rate, size and sound', async () => {
    const evidence = await evidenceOf(join(MEDIA, 'clip.mp4'));
    const silent = await evidenceOf(join(MEDIA, 'clip.webm'));

    const value = (name: string) => evidence.components[name]?.value;
    expect(value('frames')).toBe(20);
    expect(value('frame rate')).toBeCloseTo(10, 6);
    expect(value('resolution')).toBe(108);
    expect(value('audio track')).toBe(1);
    expect(silent.components['audio track']?.value).toBe(0);
  });

  test('names the windows that a long clip was sampled in', async () => {
    const path = makeClip(folder, 'long.mp4', {
      ...{ source: 'shapes', seconds: 90, filter: 'fps=10,scale=96:54' },
    });

    const { notes, components } = await evidenceOf(path);

    expect(notes[0]).toBe('Of 90 s 12 windows of 5.0 s at equal distances are looked at.');
    // 12 windows of 50 frames; a window may begin between two frames
    expect(components['frames']?.value).toBeGreaterThanOrEqual(12 * 49);
    expect(components['frames']?.value).toBeLessThanOrEqual(12 * 51);
  });

  test('sees a variable frame rate by the time of the frames', async () => {
    const halves = "select='lt(n\\,30)+not(mod(n\\,3))'";

    const { components } = await clip({ filter: halves, ...{ more: ['-fps_mode', 'vfr'] } });

    // 30 frames in 1.2 s, then 10 in as long
    expect(components['frames']?.value).toBe(40);
    expect(components['frame rate']?.value).toBeGreaterThan(15);
    expect(components['frame rate']?.value).toBeLessThan(19);
    expect(components['gaps in time']?.value).toBeGreaterThan(0.2);
  });
});

describe('files that cannot be scored', () => {
  test('cut off, empty, missing and misnamed files each have their reason', async () => {
    const empty = join(folder, 'empty.mp4');
    await writeFile(empty, '');
    const text = join(folder, 'text.mp4');
    await writeFile(text, 'This is no video.\n');
    const cases = [
      [join(MEDIA, 'cut.mp4'), 'media-broken', 'Cut off'],
      [join(MEDIA, 'no-moov.mp4'), 'media-broken', 'o'],
      [empty, 'media-broken', 'empty'],
      [text, 'media-broken', 'text'],
      [join(folder, 'none.mp4'), 'media-missing', 'no file'],
      [join(MEDIA, 'drawing.png'), 'media-broken', 'PNG'],
      [join(MEDIA, 'tone.m4a'), 'media-broken', 'no picture'],
      [join(MEDIA, 'tone.wav'), 'media-broken', 'no picture'],
    ] as const;

    for (const [path, code, word] of cases) {
      const outcome = await videoSignalQuality.scoreFile(path);
      expect([path, outcome]).toEqual([
        path,
        expect.objectContaining({ status: 'unscored', code }),
      ]);
      expect(outcome.status === 'unscored' && outcome.reason).toContain(word);
    }
  });

  test.skipIf(!canMakeClips)(
    'one frame, no frame, tiny and audio-only clips (needs ffmpeg)',
    async () => {
      const one = makeClip(folder, 'one.mp4', { filter: "select='eq(n\\,0)'" });
      const tiny = makeClip(folder, 'tiny.mp4', { filter: 'scale=16:16' });
      const audio = join(folder, 'audio.mp4');
      await copyFile(join(MEDIA, 'tone.m4a'), audio);
      const none = join(folder, 'none.webm');
      await copyFile(join(MEDIA, 'clip.webm'), none);
      await truncate(none, 600);

      const score = (path: string) => videoSignalQuality.scoreFile(path);
      expect(await score(one)).toMatchObject({ code: 'media-too-small' });
      expect(await score(tiny)).toMatchObject({ code: 'media-too-small' });
      expect(await score(audio)).toMatchObject({ code: 'media-broken' });
      expect(await score(none)).toMatchObject({ code: 'media-broken' });
    },
  );
});
