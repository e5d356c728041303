// WAV with plain samples, scaled as libsndfile does (a 16-bit sample over 32768, both signs): the
// official figures come from it, and the fallback decoder scales positive samples otherwise.
import type { AudioSignal } from './audio-signal.ts';

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe; // the real format is the first two bytes of its sub-format
const OPEN_ENDED = 0xffffff00; // a writer that could not seek back: the data reach to the end

/** Where the samples stand and how they are written. */
interface Layout {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly read: (at: number) => number;
  readonly bytesPerSample: number;
  readonly is16Bit: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a WAV file.
 *
 * @param maxSeconds  samples behind it are left out
 * @returns undefined for other codecs (ADPCM, µ-law …) and for what is no WAV file
 */
export function decodeWav(bytes: Buffer, maxSeconds: number): AudioSignal | undefined {
  const layout = layoutOf(bytes);
  if (layout === undefined) return undefined;
  const { channels, sampleRateHz, read, bytesPerSample, start, end } = layout;
  const present = Math.floor((end - start) / (bytesPerSample * channels));
  const count = Math.min(present, Math.floor(maxSeconds * sampleRateHz));
  const out = Array.from({ length: channels }, () => new Float32Array(count));
  const stride = bytesPerSample * channels;
  if (layout.is16Bit) return { channels: read16Bit(bytes, layout, out), sampleRateHz };
  out.forEach((channel, c) => {
    for (let i = 0, at = start + c * bytesPerSample; i < count; i++, at += stride) {
      channel[i] = read(at);
    }
  });
  return { channels: out, sampleRateHz };
}

/** The usual case without a call a sample. */
function read16Bit(
  bytes: Buffer,
  { channels, start }: Layout,
  out: Float32Array[],
): Float32Array[] {
  const count = out[0]!.length;
  // a copy, since the samples need not begin at an even address
  const copy = Uint8Array.prototype.slice.call(bytes, start, start + 2 * channels * count);
  const samples = new Int16Array(copy.buffer);
  out.forEach((channel, c) => {
    for (let i = 0, at = c; i < count; i++, at += channels) channel[i] = samples[at]! / 32768;
  });
  return out;
}

function layoutOf(bytes: Buffer): Layout | undefined {
  if (bytes.length < 44 || bytes.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let format: Omit<Layout, 'start' | 'end'> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ' && start + 16 <= bytes.length) format = formatOf(bytes, start, length);
    if (name === 'data') {
      if (format === undefined) return undefined;
      const isOpenEnded = length === 0 || length >= OPEN_ENDED;
      const end = isOpenEnded ? bytes.length : Math.min(bytes.length, start + length);
      return { ...format, start, end };
    }
    at = start + length + (length & 1);
  }
  return undefined;
}

function formatOf(
  bytes: Buffer,
  at: number,
  length: number,
): Omit<Layout, 'start' | 'end'> | undefined {
  const tag = bytes.readUInt16LE(at);
  const isExtensible = tag === EXTENSIBLE && length >= 40 && at + 26 <= bytes.length;
  const codec = isExtensible ? bytes.readUInt16LE(at + 24) : tag;
  const channels = bytes.readUInt16LE(at + 2);
  const sampleRateHz = bytes.readUInt32LE(at + 4);
  const bits = bytes.readUInt16LE(at + 14);
  const read = readerOf(bytes, codec, bits);
  if (read === undefined || channels === 0 || sampleRateHz === 0) return undefined;
  return {
    channels,
    sampleRateHz,
    read,
    bytesPerSample: bits / 8,
    is16Bit: codec === PCM && bits === 16,
  };
}

function readerOf(
  bytes: Buffer,
  codec: number,
  bits: number,
): ((at: number) => number) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (codec === FLOAT && bits === 32) return (at) => view.getFloat32(at, true);
  if (codec === FLOAT && bits === 64) return (at) => view.getFloat64(at, true);
  if (codec !== PCM) return undefined;
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 32768;
  if (bits === 24) {
    return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608;
  }
  return bits === 32 ? (at) => view.getInt32(at, true) / 2147483648 : undefined;
}
