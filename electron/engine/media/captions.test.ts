import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canMakeClips } from '../../../tests/builders/make-clip.ts';
import { readCaptions } from './captions.ts';
import { createMediaRegistry } from './registry.ts';

const fixtures = join(import.meta.dirname, '../../../tests/fixtures/media');
const SAID = '1\n00:00:00,500 --> 00:00:01,500\nA ball falls.\n';
let dir: string;
let outside: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-captions-'));
  outside = mkdtempSync(join(tmpdir(), 'loupe-outside-'));
  copyFileSync(join(fixtures, 'clip.mp4'), join(dir, 'clip.mp4'));
});
afterEach(() => {
  for (const each of [dir, outside]) rmSync(each, { recursive: true, force: true });
});
const read = (name: string, cacheDir?: string) => {
  const registry = createMediaRegistry([{ id: 'd', dir }]);
  return readCaptions({ path: join(dir, name), cacheDir, registry });
};

test('files of the same name beside a film are its captions, with the language in their name', async () => {
  writeFileSync(join(dir, 'clip.srt'), SAID);
  writeFileSync(
    join(dir, 'CLIP.de-AT.vtt'),
    'WEBVTT\n\n00:00.500 --> 00:01.500\nEin Ball fällt.\n',
  );
  writeFileSync(join(dir, 'clip2.srt'), SAID);
  writeFileSync(join(dir, 'clip.notes.txt'), SAID);

  const cue = { fromMs: 500, toMs: 1500 };
  expect(await read('clip.mp4')).toEqual([
    { label: 'CLIP.de-AT.vtt', language: 'de-AT', cues: [{ ...cue, text: 'Ein Ball fällt.' }] },
    { label: 'clip.srt', cues: [{ ...cue, text: 'A ball falls.' }] },
  ]);
});

test('what cannot be read is said; a link out of the opened folders is not followed', async () => {
  writeFileSync(join(dir, 'clip.srt'), `${SAID}\nnow --> then\nLost.\n`);
  writeFileSync(join(outside, 'secret.srt'), SAID);
  symlinkSync(join(outside, 'secret.srt'), join(dir, 'clip.en.srt'));

  const tracks = await read('clip.mp4');

  expect(tracks.map(({ label }) => label)).toEqual(['clip.srt']);
  expect(tracks[0]?.warning).toBe('1 cue has no time that can be read.');
});

test('a film without captions has none', async () => {
  expect(await read('clip.mp4')).toEqual([]);
});

test.skipIf(!canMakeClips)('a track of text inside a film is read, and kept', async () => {
  writeFileSync(join(dir, 'words.srt'), SAID);
  const mux = [
    '-i',
    join(dir, 'clip.mp4'),
    '-i',
    join(dir, 'words.srt'),
    '-map',
    '0:v',
    '-map',
    '1',
  ];
  const how = ['-c:v', 'copy', '-c:s', 'mov_text', '-metadata:s:s:0', 'language=eng'];
  const made = spawnSync('ffmpeg', ['-v', 'error', ...mux, ...how, join(dir, 'with-words.mp4')]);
  expect(made.status).toBe(0);
  const cacheDir = join(dir, 'cache');
  mkdirSync(cacheDir);

  const tracks = await read('with-words.mp4', cacheDir);

  expect(tracks).toMatchObject([
    { language: 'eng', cues: [{ fromMs: 500, toMs: 1500, text: 'A ball falls.' }] },
  ]);
  expect(readdirSync(cacheDir)).toHaveLength(1);
  expect(await read('with-words.mp4', cacheDir)).toEqual(tracks);
});
