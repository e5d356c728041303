import { AppError } from '../../../../shared/api/errors.ts';
import { decodeAudio } from '../decode/audio.ts';
import { firstTwo, type SoundReader } from './sound-reader.ts';

/**
 * Of formats without random access: the first ten minutes, decoded and kept.
 *
 * @throws AppError 'unreadable' with the reason
 */
export async function openInMemory(path: string): Promise<SoundReader> {
  const decoded = await decodeAudio(path);
  if (decoded.status === 'unscored') {
    const code = decoded.code === 'media-broken' ? 'unreadable' : 'unsupported';
    throw new AppError(code, `Cannot draw the sound: ${decoded.reason} "${path}"`);
  }
  const { sampleRateHz } = decoded.value;
  const channels = firstTwo(decoded.value.channels);
  const samples = channels[0]?.length ?? 0;
  return {
    sampleRateHz,
    durationS: samples / sampleRateHz,
    async read(startS, lengthS) {
      const from = Math.min(samples, Math.max(0, Math.floor(startS * sampleRateHz)));
      const to = from + Math.ceil(lengthS * sampleRateHz);
      return {
        startS: from / sampleRateHz,
        channels: channels.map((each) => each.subarray(from, to)),
      };
    },
    close: () => undefined,
  };
}
