import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** True where clips can be made; tests that need them say so in their name and are skipped. */
export const canMakeClips = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Moving pictures without a file: fractal detail of every size, and flat shapes with sharp edges. */
export const SOURCES = {
  fractal: 'mandelbrot=size=320x180:rate=25:start_scale=0.3:end_scale=0.05',
  shapes: 'testsrc2=size=320x180:rate=25',
} as const;

/** What a made clip is like; a clip is 2.4 s of 25 frames a second else. */
export interface ClipOptions {
  readonly source?: keyof typeof SOURCES;
  /** Of ffmpeg, between the source and the encoder. */
  readonly filter?: string;
  readonly encoder?: readonly string[];
  readonly seconds?: number;
  readonly more?: readonly string[];
}

const LIGHT = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-pix_fmt', 'yuv420p'];

/** Makes a clip and gives its path. */
export function makeClip(folder: string, name: string, options: ClipOptions = {}): string {
  const { source = 'fractal', filter, encoder = LIGHT, seconds = 2.4, more = [] } = options;
  const path = join(folder, name);
  const made = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'lavfi', '-i', SOURCES[source], '-t', String(seconds)],
      ...(filter === undefined ? [] : ['-vf', filter]),
      ...[...encoder, ...more, path],
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`Cannot make the clip "${name}": ${made.stderr}`);
  return path;
}
