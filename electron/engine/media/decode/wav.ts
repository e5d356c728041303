// WAV with plain samples, scaled as libsndfile does (a 16-bit sample over 32768, both signs): the
// official figures come from it, and the fallback decoder scales positive samples otherwise.
import { open } from 'node:fs/promises';
import type { AudioSignal } from './audio-signal.ts';

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe; // the real format is the first two bytes of its sub-format
const OPEN_ENDED = 0xffffff00; // a writer that could not seek back: the data reach to the end
const HEAD_BYTES = 1 << 20; // the data chunk begins in it, or the file is not read here
const BLOCK_BYTES = 4 << 20;

/** How samples are written. */
interface SampleFormat {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bytesPerSample: number;
  /** Writes `count` samples of one channel from a block into `out`. */
  readonly convert: (block: Buffer, channel: number, out: Float32Array, count: number) => void;
}

/** Where samples stand in the file, and how they are written. */
export interface WavLayout extends SampleFormat {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a WAV file block by block.
 *
 * @param maxFrames  how many samples a channel to keep, given rate and channels
 * @returns undefined for other codecs (ADPCM, µ-law …) and for what is no WAV file
 */
export async function readWav(
  path: string,
  maxFrames: (sampleRateHz: number, channels: number) => number,
): Promise<AudioSignal | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.allocUnsafe(Math.min(size, HEAD_BYTES));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const layout = wavLayout(head.subarray(0, bytesRead), size);
    if (layout === undefined) return undefined;
    const { channels, sampleRateHz, bytesPerSample, start, end } = layout;
    const stride = bytesPerSample * channels;
    const present = Math.floor((end - start) / stride);
    const frames = Math.min(present, maxFrames(sampleRateHz, channels));
    const out = Array.from({ length: channels }, () => new Float32Array(frames));
    const inHead = Math.min(frames, Math.max(0, Math.floor((bytesRead - start) / stride)));
    convertAll(layout, head.subarray(start, start + inHead * stride), out, 0, inHead);
    const blockFrames = Math.max(1, Math.floor(BLOCK_BYTES / stride));
    const block = Buffer.allocUnsafe(inHead < frames ? blockFrames * stride : 0);
    for (let at = inHead; at < frames; at += blockFrames) {
      const count = Math.min(blockFrames, frames - at);
      await file.read(block, 0, count * stride, start + at * stride);
      convertAll(layout, block.subarray(0, count * stride), out, at, count);
    }
    return { channels: out, sampleRateHz };
  } finally {
    await file.close();
  }
}

function convertAll(
  format: SampleFormat,
  block: Buffer,
  out: readonly Float32Array[],
  at: number,
  count: number,
): void {
  out.forEach((channel, c) => {
    format.convert(block, c, channel.subarray(at, at + count), count);
  });
}

/** Where the samples of a WAV file stand, from its first bytes; undefined as {@link readWav}. */
export function wavLayout(head: Buffer, sizeBytes: number): WavLayout | undefined {
  if (head.length < 44 || head.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let format: SampleFormat | undefined;
  for (let at = 12; at + 8 <= head.length;) {
    const name = head.toString('latin1', at, at + 4);
    const length = head.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ' && start + 16 <= head.length) format = formatOf(head, start, length);
    if (name === 'data') {
      const isOpenEnded = length === 0 || length >= OPEN_ENDED;
      const end = isOpenEnded ? sizeBytes : Math.min(sizeBytes, start + length);
      return format === undefined ? undefined : { ...format, start, end };
    }
    at = start + length + (length & 1);
  }
  return undefined;
}

function formatOf(head: Buffer, at: number, length: number): SampleFormat | undefined {
  const tag = head.readUInt16LE(at);
  const isExtensible = tag === EXTENSIBLE && length >= 40 && at + 26 <= head.length;
  const codec = isExtensible ? head.readUInt16LE(at + 24) : tag;
  const channels = head.readUInt16LE(at + 2);
  const sampleRateHz = head.readUInt32LE(at + 4);
  const bytesPerSample = head.readUInt16LE(at + 14) / 8;
  if (channels === 0 || sampleRateHz === 0) return undefined;
  if (codec === PCM && bytesPerSample === 2) {
    return { channels, sampleRateHz, bytesPerSample, convert: from16Bits(channels) };
  }
  const read = readerOf(codec, bytesPerSample);
  if (read === undefined) return undefined;
  const convert: SampleFormat['convert'] = (block, channel, out, count) => {
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const stride = channels * bytesPerSample;
    let offset = channel * bytesPerSample;
    for (let i = 0; i < count; i++, offset += stride) out[i] = read(view, offset);
  };
  return { channels, sampleRateHz, bytesPerSample, convert };
}

/** The usual case without a call a sample. */
function from16Bits(channels: number): SampleFormat['convert'] {
  return (block, channel, out, count) => {
    // a copy, since the samples need not begin at an even address
    const samples = new Int16Array(Uint8Array.from(block).buffer);
    for (let i = 0, at = channel; i < count; i++, at += channels) out[i] = samples[at]! / 32768;
  };
}

function readerOf(
  codec: number,
  bytesPerSample: number,
): ((view: DataView, at: number) => number) | undefined {
  if (codec === FLOAT && bytesPerSample === 4) return (view, at) => view.getFloat32(at, true);
  if (codec === FLOAT && bytesPerSample === 8) return (view, at) => view.getFloat64(at, true);
  if (codec !== PCM) return undefined;
  if (bytesPerSample === 1) return (view, at) => (view.getUint8(at) - 128) / 128;
  if (bytesPerSample === 3) {
    return (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608;
  }
  return bytesPerSample === 4 ? (view, at) => view.getInt32(at, true) / 2147483648 : undefined;
}
