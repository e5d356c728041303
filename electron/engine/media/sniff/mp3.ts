import type { ByteSource } from '../byte-source.ts';
import { bytesText, cutOff, type Findings, type Sniffer } from './findings.ts';

const KBPS_V1_L3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBPS_V1_L2 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
const KBPS_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES_V1 = [44_100, 48_000, 32_000];

/** What the header of a frame of MPEG audio says. */
export interface Mp3Frame {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly kbps: number;
  readonly samples: number;
  /** Header and content together. */
  readonly sizeBytes: number;
  /** Offset of a Xing header from the start of the frame. */
  readonly xingAt: number;
}

/**
 * Skips the ID3v2 tag and reads the first frame. Duration from the Xing/Info or VBRI frame count,
 * else from the bit rate; cut off when the Xing byte count says more than there is.
 */
export const sniffMp3: Sniffer = async (source) => {
  const start = await afterId3(source);
  const window = await source.read(start, 4096);
  const at = findFrame(window);
  if (at === undefined) {
    return {
      broken: `No MPEG audio frame stands in the first ${bytesText(window.length)} of sound. Export it again.`,
    };
  }
  const frame = readMp3Frame(window, at);
  if (frame === undefined) return {};
  return describe(frame, window.subarray(at), source.sizeBytes - start - at, source.sizeBytes);
};

function describe(frame: Mp3Frame, bytes: Buffer, present: number, sizeBytes: number): Findings {
  const facts = { sampleRateHz: frame.sampleRateHz, channels: frame.channels };
  const counts = frameCounts(frame, bytes);
  const durationMs =
    counts.frames === undefined
      ? (present * 8) / frame.kbps
      : (counts.frames * frame.samples * 1000) / frame.sampleRateHz;
  // the count may leave out the last frame's padding: only a clear lack is a cut
  const isCut = counts.bytes !== undefined && present < counts.bytes * 0.98 - 2048;
  return {
    ...facts,
    durationMs,
    ...(isCut && { broken: cutOff('MP3', sizeBytes, sizeBytes - present + (counts.bytes ?? 0)) }),
  };
}

function frameCounts(frame: Mp3Frame, bytes: Buffer): { frames?: number; bytes?: number } {
  const name = bytes.toString('latin1', frame.xingAt, frame.xingAt + 4);
  if ((name === 'Xing' || name === 'Info') && bytes.length >= frame.xingAt + 16) {
    const flags = bytes.readUInt32BE(frame.xingAt + 4);
    const hasFrames = (flags & 1) !== 0;
    const bytesAt = frame.xingAt + (hasFrames ? 12 : 8);
    return {
      ...(hasFrames && { frames: bytes.readUInt32BE(frame.xingAt + 8) }),
      ...((flags & 2) !== 0 && { bytes: bytes.readUInt32BE(bytesAt) }),
    };
  }
  if (bytes.toString('latin1', 36, 40) === 'VBRI' && bytes.length >= 54) {
    return { frames: bytes.readUInt32BE(50), bytes: bytes.readUInt32BE(46) };
  }
  return {};
}

async function afterId3(source: ByteSource): Promise<number> {
  const head = await source.read(0, 10);
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 0x7f), 0);
  return 10 + size;
}

function findFrame(window: Buffer): number | undefined {
  for (let at = window.indexOf(0xff); at !== -1; at = window.indexOf(0xff, at + 1)) {
    if (readMp3Frame(window, at) !== undefined) return at;
  }
  return undefined;
}

/** @returns undefined when no frame of layer II or III begins there */
export function readMp3Frame(bytes: Buffer, at: number): Mp3Frame | undefined {
  const [first, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const version = (second >> 3) & 3; // 3 = MPEG 1, 2 = MPEG 2, 0 = MPEG 2.5
  const layer = (second >> 1) & 3; // 1 = III, 2 = II
  const rate = RATES_V1[(third >> 2) & 3];
  const isV1 = version === 3;
  const kbps = (isV1 ? (layer === 1 ? KBPS_V1_L3 : KBPS_V1_L2) : KBPS_V2)[third >> 4];
  if (version === 1 || (layer !== 1 && layer !== 2) || rate === undefined || !kbps)
    return undefined;
  const isMono = fourth >> 6 === 3;
  const sampleRateHz = rate / (isV1 ? 1 : version === 2 ? 2 : 4);
  const samples = layer === 1 && !isV1 ? 576 : 1152;
  return {
    sampleRateHz,
    channels: isMono ? 1 : 2,
    kbps,
    samples,
    sizeBytes: Math.floor((samples * kbps * 125) / sampleRateHz) + ((third >> 1) & 1),
    xingAt: 4 + (isV1 ? (isMono ? 17 : 32) : isMono ? 9 : 17),
  };
}
