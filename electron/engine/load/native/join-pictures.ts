import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { runProgram } from '../../media/frames/run-program.ts';

/** Frames that a model makes lie far apart: slow enough to see each, quick enough to be a film. */
const PICTURES_PER_SECOND = 2;
const TIME_LIMIT_MS = 120_000;

/**
 * Joins pictures to an MP4 by an `ffmpeg` on the PATH.
 *
 * @returns why it could not be done; undefined when it was
 */
export async function joinPictures(
  pictures: readonly string[],
  out: string,
): Promise<string | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'loupe-join-'));
  try {
    const extension = extname(pictures[0] ?? '');
    // numbered copies: names of the folder may hold what ffmpeg reads as a pattern
    for (const [index, picture] of pictures.entries())
      await copyFile(picture, join(dir, `${String(index).padStart(5, '0')}${extension}`));
    return await runFfmpeg([
      ...['-hide_banner', '-loglevel', 'error', '-y', '-framerate', String(PICTURES_PER_SECOND)],
      ...['-i', join(dir, `%05d${extension}`)],
      ...['-vf', 'scale=trunc(iw/2)*2:trunc(ih/2)*2', '-pix_fmt', 'yuv420p'],
      ...['-c:v', 'libx264', '-movflags', '+faststart', out],
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function runFfmpeg(args: readonly string[]): Promise<string | undefined> {
  let said = '';
  const sinks = { 2: (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-500)) };
  const end = await runProgram('ffmpeg', args, sinks, TIME_LIMIT_MS);
  if (end.isMissing) return 'there is no ffmpeg on the PATH';
  if (end.isTimedOut) return 'ffmpeg took longer than two minutes';
  const lastLine = said.trim().split('\n').at(-1) ?? '';
  return end.exitCode === 0 ? undefined : `ffmpeg says "${lastLine}"`;
}
