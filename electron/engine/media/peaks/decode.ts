// Decodes a sound file chunk by chunk and keeps only its peaks: a two-hour file needs no more memory
// than a short one. Some decoders (AAC, AC-3, DTS) are optional packages and may not be installed.
import { createReadStream } from 'node:fs';
import decode, { type AudioData } from 'audio-decode';
import { AppError } from '../../../../shared/api/errors.ts';
import { withByteSource } from '../byte-source.ts';
import { sniffEbml } from '../sniff/ebml.ts';
import type { Sniffer } from '../sniff/findings.ts';
import { sniffMp4 } from '../sniff/mp4.ts';
import { detectType } from '../sniff/signature.ts';
import { typeLabel } from '../type-names.ts';
import { createPeakAccumulator } from './accumulate.ts';

/** Waveform of a file as the API gives it. */
export interface Peaks {
  readonly durationMs: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly peaks: number[];
}

type Format = Parameters<typeof decode>[1];
const CHUNK_BYTES = 256 * 1024;

const FORMATS: Readonly<Record<string, Format>> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'video/mp4': 'm4a',
  'video/quicktime': 'm4a',
  'video/webm': 'webm',
};

const VIDEO_SNIFFERS: Readonly<Record<string, Sniffer>> = {
  'video/mp4': sniffMp4,
  'video/quicktime': sniffMp4,
  'video/webm': sniffEbml,
};

/**
 * Decodes a file and gives its waveform.
 *
 * @throws AppError 'unsupported' without a decoder for it or without sound, 'unreadable' when the
 *   decoder cannot make sense of the bytes
 */
export async function decodePeaks(path: string, bins: number): Promise<Peaks> {
  const format = await formatOf(path);
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
    if (accumulator.samples() === 0) throw explain(error, path);
  }
  const samples = accumulator.samples();
  if (samples === 0 || sampleRateHz === 0) throw silent(path);
  const durationMs = (samples / sampleRateHz) * 1000;
  return { durationMs, channels, sampleRateHz, peaks: accumulator.finish(bins) };
}

function openDecoder(path: string, format: Format): AsyncIterable<AudioData> {
  return decode(createReadStream(path, { highWaterMark: CHUNK_BYTES }), format);
}

async function formatOf(path: string): Promise<Format> {
  const { type, hasSound } = await withByteSource(path, async (source) => {
    const head = await source.read(0, 1024);
    const found = detectType(head);
    const isOpus = found === 'audio/ogg' && head.includes('OpusHead');
    const sniff = VIDEO_SNIFFERS[found ?? ''];
    const hasSound = sniff === undefined || (await sniff(source)).sampleRateHz !== undefined;
    return { type: isOpus ? 'audio/opus' : found, hasSound };
  });
  if (!hasSound) throw silent(path);
  if (type === 'audio/opus') return 'opus';
  if (type === 'audio/ogg') return 'oga';
  const format = type === undefined ? undefined : FORMATS[type];
  if (format !== undefined) return format;
  const what = type === undefined ? 'these bytes' : typeLabel(type);
  throw new AppError(
    'unsupported',
    `Cannot draw a waveform: there is no decoder for ${what}. It may still play. "${path}"`,
  );
}

function explain(error: unknown, path: string): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  const isAbsent =
    error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return isAbsent
    ? new AppError(
        'unsupported',
        `Cannot draw a waveform: the decoder for this format is not installed. It may still play. "${path}"`,
        { cause: error },
      )
    : new AppError(
        'unreadable',
        `Cannot draw a waveform: the decoder says "${reason}". Export the file again. "${path}"`,
        { cause: error },
      );
}

function silent(path: string): AppError {
  return new AppError('unsupported', `Cannot draw a waveform: the file has no sound. "${path}"`);
}
