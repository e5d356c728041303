import type { SoundFormat } from '../decode/audio-format.ts';
import { type FileBytes, openBytes } from './file-bytes.ts';
import { openAac } from './aac-reader.ts';
import { openFlac } from './flac-reader.ts';
import { openInMemory } from './memory-reader.ts';
import { openMp3 } from './mp3-reader.ts';
import { openOgg } from './ogg-reader.ts';
import { decoderFailure, noSound, soundFormat } from './sound-format.ts';
import type { SoundReader } from './sound-reader.ts';
import { openWav } from './wav-reader.ts';

/**
 * Opens the sound of a file for random access; `close` it behind.
 *
 * @throws AppError 'unsupported' without a decoder for it or without sound, 'unreadable' when the
 *   decoder cannot make sense of the bytes
 */
export async function openSound(path: string): Promise<SoundReader> {
  const format = await soundFormat(path);
  return withSound(path, async () => (await openAt(path, format)) ?? (await openInMemory(path)));
}

/**
 * As {@link openSound}, but only where any moment can be read by itself.
 *
 * @returns undefined where the sound must be decoded from its beginning
 */
export async function openAnywhere(path: string): Promise<SoundReader | undefined> {
  const format = await soundFormat(path);
  return withSound(path, () => openAt(path, format));
}

async function withSound<R extends SoundReader | undefined>(
  path: string,
  open: () => Promise<R>,
): Promise<R> {
  try {
    const reader = await open();
    if (reader === undefined || reader.durationS > 0) return reader;
    reader.close();
  } catch (error) {
    throw decoderFailure(error, path);
  }
  throw noSound(path);
}

async function openAt(path: string, format: SoundFormat): Promise<SoundReader | undefined> {
  const file = openBytes(path);
  let reader: SoundReader | undefined;
  try {
    reader = await readerOf(file, format);
    return reader;
  } finally {
    if (reader === undefined) file.close();
  }
}

async function readerOf(file: FileBytes, format: SoundFormat): Promise<SoundReader | undefined> {
  if (format === 'wav') return openWav(file);
  if (format === 'mp3') return openMp3(file);
  if (format === 'opus' || format === 'oga') return openOgg(file, format);
  if (format === 'flac') return openFlac(file);
  return format === 'm4a' ? openAac(file) : undefined;
}
