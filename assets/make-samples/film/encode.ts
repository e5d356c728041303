import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rgb } from '../draw/render.ts';
import type { Drawing } from '../draw/svg.ts';
import { runTool } from '../run-tool.ts';
import { BITEXACT, withTempFile } from '../sound/encode.ts';
import { encodeWav, type Sound } from '../sound/wave.ts';

export interface Film {
  readonly seconds: number;
  readonly fps: number;
  /** The picture at a time in seconds; all of one size, with even sides. */
  readonly frame: (t: number, index: number) => Drawing;
  readonly sound?: Sound;
  /** Constant rate factor: smaller is better; 26 (mp4) or 36 (webm) is good for drawings. */
  readonly crf?: number;
  /** Width in px of the finished film. */
  readonly width?: number;
  /** Index at the end of the file, so that a cut file cannot be opened. */
  readonly indexAtEnd?: boolean;
}

/** Encodes as H.264 in MP4 or as VP9 in WebM, one thread, no metadata: the same bytes every time. */
export async function encodeFilm(film: Film, extension: 'mp4' | 'webm'): Promise<Buffer> {
  const count = Math.round(film.seconds * film.fps);
  const first = film.frame(0, 0);
  const frames: Buffer[] = [];
  for (let i = 0; i < count; i++) frames.push(await rgb(film.frame(i / film.fps, i)));
  return withTempFile(extension, async (out, folder) => {
    const size = `${first.width}x${first.height}`;
    const args = ['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', size];
    args.push('-r', String(film.fps), '-i', 'pipe:0');
    if (film.sound !== undefined) {
      const wav = join(folder, 'sound.wav');
      await writeFile(wav, encodeWav(film.sound));
      args.push('-i', wav, '-shortest');
    }
    if (film.width !== undefined) args.push('-vf', `scale=${film.width}:-2`);
    args.push('-pix_fmt', 'yuv420p', '-threads', '1', ...codecArgs(film, extension), ...BITEXACT);
    await runTool('ffmpeg', [...args, out], frames);
  });
}

function codecArgs(film: Film, extension: 'mp4' | 'webm'): string[] {
  if (extension === 'mp4') {
    const fast = film.indexAtEnd ? [] : ['-movflags', '+faststart'];
    const video = ['-c:v', 'libx264', '-preset', 'slow', '-crf', String(film.crf ?? 26)];
    return [...video, '-x264-params', 'threads=1', '-c:a', 'aac', '-b:a', '48k', ...fast];
  }
  const video = ['-c:v', 'libvpx-vp9', '-crf', String(film.crf ?? 36), '-b:v', '0', '-row-mt', '0'];
  return [...video, '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libopus', '-b:a', '32k'];
}
