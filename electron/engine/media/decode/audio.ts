import { createReadStream } from 'node:fs';
import { withByteSource } from '../byte-source.ts';
import { typeLabel } from '../type-names.ts';
import { formatOf, type SoundFormat } from './audio-format.ts';
import type { AudioSignal } from './audio-signal.ts';
import { type Decoded, unscored } from './decoded.ts';
import { checkFile, reasonOf } from './file-check.ts';
import { readWav } from './wav.ts';

/** Of a longer recording only its beginning is looked at, so that memory stays bounded. */
export const MAX_SECONDS = 600;
const MAX_SAMPLES = 60_000_000; // over all channels; less than 600 s above 48 kHz stereo
const MIN_RATE_HZ = 2_000; // a lower or higher rate is a header that lies
const MAX_RATE_HZ = 768_000;
const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 512;

/**
 * Decodes a recording at its own rate, at most {@link MAX_SECONDS} of it.
 *
 * @returns unscored for a file that is missing, empty, cut off, no audio or without samples
 */
export async function decodeAudio(path: string): Promise<Decoded<AudioSignal>> {
  const check = await checkFile(path);
  if (check.status === 'unscored') return check;
  const { facts } = check;
  const type = facts.detectedType;
  try {
    const signal =
      (type === 'audio/wav' ? await readWav(path, maxFrames) : undefined) ??
      (await readWithCodec(path, formatOf(type, await headOf(path))));
    if (signal === undefined) {
      const what = type === undefined ? 'These bytes are' : `${typeLabel(type)} is`;
      return unscored('unsupported', `${what} no audio that can be decoded.`);
    }
    return checkSignal(signal, facts.warnings, facts.durationMs);
  } catch (error) {
    return unscored('media-broken', `The audio cannot be decoded: ${reasonOf(error)}.`);
  }
}

function checkSignal(
  signal: AudioSignal,
  warnings: readonly string[],
  declaredMs: number | undefined,
): Decoded<AudioSignal> {
  const samples = signal.channels[0]?.length ?? 0;
  if (samples === 0) return unscored('media-too-small', 'The audio holds no samples.');
  const { sampleRateHz } = signal;
  if (!(sampleRateHz >= MIN_RATE_HZ && sampleRateHz <= MAX_RATE_HZ)) {
    return unscored('media-broken', `The header says ${sampleRateHz} samples a second.`);
  }
  const seconds = samples / sampleRateHz;
  const declared = (declaredMs ?? 0) / 1000;
  const isPart = samples >= maxFrames(sampleRateHz, signal.channels.length);
  if (!isPart && seconds < declared * 0.9 - 0.2) {
    const reason = `The audio ends after ${seconds.toFixed(2)} s; its header says ${declared.toFixed(2)} s.`;
    return unscored('media-broken', reason);
  }
  const note = `Only the first ${Math.round(seconds)} s are looked at.`;
  return { status: 'decoded', value: signal, notes: isPart ? [...warnings, note] : warnings };
}

const maxFrames = (sampleRateHz: number, channels: number): number =>
  Math.floor(Math.min(MAX_SECONDS * sampleRateHz, MAX_SAMPLES / Math.max(1, channels)));

const headOf = (path: string): Promise<Buffer> =>
  withByteSource(path, (source) => source.read(0, HEAD_BYTES));

/** The decoders are loaded when the first file of their format is met. */
async function readWithCodec(
  path: string,
  format: SoundFormat | undefined,
): Promise<AudioSignal | undefined> {
  if (format === undefined) return undefined;
  const { default: decode } = await import('audio-decode');
  const parts: Float32Array[][] = [];
  let sampleRateHz = 0;
  let length = 0;
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  for await (const part of decode(source, format)) {
    sampleRateHz = part.sampleRate;
    parts.push(part.channelData);
    length += part.channelData[0]?.length ?? 0;
    if (length >= maxFrames(sampleRateHz, part.channelData.length)) break;
  }
  const width = Math.max(0, ...parts.map((channels) => channels.length));
  const count = Math.min(length, maxFrames(sampleRateHz, width));
  return { channels: joinParts(parts, width, count), sampleRateHz };
}

function joinParts(parts: Float32Array[][], width: number, length: number): Float32Array[] {
  return Array.from({ length: width }, (_, c) => {
    const out = new Float32Array(length);
    let at = 0;
    for (const channels of parts) {
      const samples = channels[c] ?? channels[0];
      if (samples === undefined || at >= length) continue;
      out.set(samples.subarray(0, length - at), at);
      at += samples.length;
    }
    return out;
  });
}
