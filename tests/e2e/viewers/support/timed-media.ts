// Sounds and films that take long enough to be followed; made for each run.
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canMakeClips, makeClip } from '../../../builders/make-clip.ts';
import { concat, sine, wavBytes } from '../../../builders/sounds.ts';

const RATE_HZ = 8000;
const fixture = (name: string) => join(import.meta.dirname, '../../../fixtures/media', name);
const LIGHT = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

/** Frames of 25 a second that the uneven film keeps. */
export const UNEVEN_FRAMES = Array.from({ length: 60 }, (_, frame) => frame).filter(
  (frame) => frame % 7 === 0 || frame % 11 < 3,
);

export async function writeTimedMedia(dir: string): Promise<void> {
  const file = (name: string, samples: Float32Array) =>
    writeFile(join(dir, name), wavBytes([samples], RATE_HZ));
  await file('low.wav', sine(8, 300, 0.5, RATE_HZ));
  await file('rising.wav', concat(sine(4, 600, 0.5, RATE_HZ), sine(4, 2500, 0.5, RATE_HZ)));
  await file('two-seconds.wav', sine(2, 440, 0.5, RATE_HZ));
  await file('no-samples.wav', new Float32Array(0));
  await copyFile(fixture('clip.webm'), join(dir, 'captioned.webm'));
  const said = 'WEBVTT\n\n00:00.200 --> 00:01.000\nEin Ball fällt. &lt;b>Kein Markup.&lt;/b>\n';
  await writeFile(join(dir, 'captioned.de.vtt'), said);
  await writeFile(
    join(dir, 'captioned.en.srt'),
    '1\n00:00:00,200 --> 00:00:01,000\nA ball falls.\n',
  );
  if (canMakeClips) {
    makeClip(dir, 'even.mp4', { source: 'shapes', encoder: LIGHT });
    makeClip(dir, 'uneven.mp4', {
      source: 'shapes',
      filter: "select='not(mod(n,7))+lt(mod(n,11),3)'",
      encoder: LIGHT,
      more: ['-fps_mode', 'vfr'],
    });
    // no picture at all in a film's clothes
    makeClip(dir, 'sound-only.mp4', {
      source: 'shapes',
      encoder: ['-f', 'lavfi', '-i', 'sine=440:d=2', '-map', '1:a', '-c:a', 'aac'],
    });
  }
}
