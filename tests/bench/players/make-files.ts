import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Two hours of sound, one file a format. */
export const LONG_FILES = ['long.mp3', 'long-vbr.mp3', 'long.ogg', 'long.m4a', 'long.wav'] as const;

/** Seconds that the clips last: thirty are measured. */
const CLIP_S = 36;

/** Makes what the bench measures; ten minutes are encoded once and repeated. */
export function makeFiles(dir: string): void {
  const at = (name: string) => join(dir, name);
  const speech = 'sine=220:d=600,tremolo=f=3:d=0.8,aeval=val(0)+0.05*random(0)';
  ffmpeg(['-f', 'lavfi', '-i', speech, '-ac', '1', '-ar', '44100', at('short.wav')]);
  const encoders: Readonly<Record<(typeof LONG_FILES)[number], readonly string[]>> = {
    'long.mp3': ['-b:a', '128k'],
    'long-vbr.mp3': ['-q:a', '4'],
    'long.ogg': ['-c:a', 'libvorbis'],
    'long.m4a': ['-c:a', 'aac'],
    'long.wav': ['-c:a', 'pcm_s16le'],
  };
  for (const [name, options] of Object.entries(encoders)) {
    ffmpeg(['-i', at('short.wav'), ...options, at(`part-${name}`)]);
    ffmpeg(['-stream_loop', '11', '-i', at(`part-${name}`), '-c', 'copy', at(name)]);
    rmSync(at(`part-${name}`));
  }
  const light = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const film = (source: string, tone: number, name: string) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', `${source}=size=854x480:rate=25:d=${CLIP_S}`],
      ...['-f', 'lavfi', '-i', `sine=${tone}:d=${CLIP_S}`, ...light, at(name)],
    ]);
  film('testsrc2', 300, 'one.mp4');
  film('testsrc', 500, 'other.mp4');
  ffmpeg(['-i', at('one.mp4'), '-vn', at('one.mp3')]);
  ffmpeg(['-i', at('other.mp4'), '-vn', at('other.wav')]);
  copyFileSync(at('other.wav'), at('third.wav'));
}

function ffmpeg(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], {
    encoding: 'utf8',
  });
  if (error !== undefined) throw new Error('Cannot measure players: install ffmpeg.');
  if (status !== 0) throw new Error(`Cannot make "${args.at(-1)}": ${stderr}`);
}
