// Decodes a sound file chunk by chunk and keeps only its peaks: a two-hour file needs no more memory
// than a short one.
import { createReadStream } from 'node:fs';
import decode, { type AudioData } from 'audio-decode';
import type { Waveform } from '../../../../shared/model/waveform.ts';
import type { SoundFormat } from '../decode/audio-format.ts';
import { decoderFailure, noSound, soundFormat } from '../sound/sound-format.ts';
import { createPeakAccumulator } from './accumulate.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * Decodes a file and gives its waveform.
 *
 * @throws AppError 'unsupported' without a decoder for it or without sound, 'unreadable' when the
 *   decoder cannot make sense of the bytes
 */
export async function decodePeaks(path: string, bins: number): Promise<Waveform> {
  const format = await soundFormat(path);
  const accumulator = createPeakAccumulator();
  let sampleRateHz = 0;
  let channels = 0;
  try {
    for await (const part of openDecoder(path, format)) {
      sampleRateHz = part.sampleRate;
      channels = Math.max(channels, part.channelData.length);
      accumulator.add(part.channelData);
    }
  } catch (error) {
    // what was decoded before a file breaks off is still worth showing
    if (accumulator.samples() === 0) throw decoderFailure(error, path);
  }
  const samples = accumulator.samples();
  if (samples === 0 || sampleRateHz === 0) throw noSound(path);
  const durationMs = (samples / sampleRateHz) * 1000;
  const peaks = accumulator.finish(bins);
  return { durationMs, channels, sampleRateHz, peaks, coverage: 1, isComplete: true };
}

function openDecoder(path: string, format: SoundFormat): AsyncIterable<AudioData> {
  return decode(createReadStream(path, { highWaterMark: CHUNK_BYTES }), format);
}
