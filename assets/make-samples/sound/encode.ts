import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import { encodeWav, type Sound } from './wave.ts';

const CODECS = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '48k', '-ac', '1', '-write_xing', '1', '-id3v2_version', '0'],
  m4a: ['-c:a', 'aac', '-b:a', '64k', '-ac', '1', '-movflags', '+faststart'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '1', '-ac', '1'],
  flac: ['-c:a', 'flac', '-compression_level', '8', '-ac', '1'],
} as const;

/** Flags that keep clocks, versions and random serial numbers out of a file. */
export const BITEXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact'];

/** The sound as a file of the kind that `extension` names. */
export async function encodeSound(
  sound: Sound,
  extension: 'wav' | keyof typeof CODECS,
): Promise<Buffer> {
  const wav = encodeWav(sound);
  if (extension === 'wav') return wav;
  return withTempFile(extension, async (out) => {
    const head = ['-v', 'error', '-y', '-f', 'wav', '-i', 'pipe:0', '-threads', '1'];
    await runTool('ffmpeg', [...head, ...CODECS[extension], ...BITEXACT, out], wav);
  });
}

/** Runs `write` with the path of a file to be written, and returns what stands in it afterwards. */
export async function withTempFile(
  extension: string,
  write: (path: string, folder: string) => Promise<void>,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'loupe-samples-'));
  try {
    const path = join(folder, `out.${extension}`);
    await write(path, folder);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
