import type decode from 'audio-decode';

/** Name of a format as `audio-decode` has it. */
export type SoundFormat = Parameters<typeof decode>[1];

const FORMATS: Readonly<Record<string, SoundFormat>> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'video/mp4': 'm4a',
  'video/quicktime': 'm4a',
  'video/webm': 'webm',
};

/**
 * Which decoder reads the sound of a file.
 *
 * @param head  its first bytes: Ogg holds Opus or Vorbis
 * @returns undefined without a decoder for it
 */
export function formatOf(type: string | undefined, head: Buffer): SoundFormat | undefined {
  if (type === 'audio/ogg') return head.includes('OpusHead') ? 'opus' : 'oga';
  return type === undefined ? undefined : FORMATS[type];
}
