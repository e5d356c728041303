import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

const LOSSLESS = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0'];

/** Makes a clip and gives its path. A source is drawn once in a folder: that takes the longest. */
export function makeClip(folder: string, name: string, options: ClipOptions = {}): string {
  const { source = 'fractal', filter, encoder = LIGHT, seconds = 2.4, more = [] } = options;
  const drawn = join(folder, `source-${source}-${seconds}.mp4`);
  const draw = ['-t', String(seconds), '-f', 'lavfi', '-i', SOURCES[source], ...LOSSLESS];
  if (!existsSync(drawn)) runFfmpeg([...draw, '-pix_fmt', 'yuv420p', drawn]);
  const path = join(folder, name);
  runFfmpeg([
    ...['-i', drawn, ...(filter === undefined ? [] : ['-vf', filter])],
    ...[...encoder, ...more, path],
  ]);
  return path;
}

function runFfmpeg(args: readonly string[]): void {
  const options = { encoding: 'utf8', timeout: 30_000 } as const;
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], options);
  if (status !== 0) throw new Error(`Cannot make the clip "${args.at(-1)}": ${stderr}`);
}
