import { aacConfigAt } from '../sniff/aac-config.ts';
import type { FileBytes } from './file-bytes.ts';

/** Where the AAC frames of an MP4's sound track stand. */
export interface AacTrack {
  readonly sampleRateHz: number;
  /** Seven bytes that a frame of no content would begin with as an ADTS stream. */
  readonly adtsHeader: Uint8Array;
  readonly offsets: Float64Array;
  readonly sizes: Uint32Array;
  /** Samples at the beginning that are not played. */
  readonly skipped: number;
}

const MAX_MOOV_BYTES = 64 << 20;
const ADTS_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
];

/** @returns undefined without a plain AAC-LC track with tables, e.g. in fragmented files */
export function readAacTrack(file: FileBytes): AacTrack | undefined {
  const moov = findMovie(file);
  for (const trak of children(moov, 0, moov?.length ?? 0)) {
    if (trak.name !== 'trak' || moov === undefined) continue;
    const track = readTrack(moov, trak);
    if (track !== undefined) return track;
  }
  return undefined;
}

interface Box {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function findMovie(file: FileBytes): Buffer | undefined {
  for (let at = 0; at + 8 <= file.sizeBytes;) {
    const head = file.read(at, 16);
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short || file.sizeBytes - at;
    if (head.toString('latin1', 4, 8) === 'moov') {
      const headBytes = short === 1 ? 16 : 8;
      return size > MAX_MOOV_BYTES ? undefined : file.read(at + headBytes, size - headBytes);
    }
    if (size < 8) return undefined;
    at += size;
  }
  return undefined;
}

function children(bytes: Buffer | undefined, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  if (bytes === undefined) return boxes;
  for (let at = from; at + 8 <= to;) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) break;
    boxes.push({ name: bytes.toString('latin1', at + 4, at + 8), from: at + 8, to: at + size });
    at += size;
  }
  return boxes;
}

function readTrack(moov: Buffer, trak: Box): AacTrack | undefined {
  const inside = (parent: Box | undefined, name: string) =>
    parent && children(moov, parent.from, parent.to).find((box) => box.name === name);
  const media = inside(trak, 'mdia');
  const handler = inside(media, 'hdlr');
  if (
    handler === undefined ||
    moov.toString('latin1', handler.from + 8, handler.from + 12) !== 'soun'
  ) {
    return undefined;
  }
  const tables = inside(inside(media, 'minf'), 'stbl');
  const description = inside(tables, 'stsd');
  const adts = description && adtsOf(moov.subarray(description.from, description.to));
  const sizes = readSizes(moov, inside(tables, 'stsz'));
  const chunks = readChunks(moov, inside(tables, 'stco'), inside(tables, 'co64'));
  const runs = inside(tables, 'stsc');
  if (adts === undefined || sizes.length === 0 || runs === undefined) return undefined;
  const edits = inside(inside(trak, 'edts'), 'elst');
  const offsets = placeSamples(moov, runs, chunks, sizes);
  return { ...adts, sizes, offsets, skipped: edits ? skippedSamples(moov, edits) : 0 };
}

/** Media time of the first edit that is not empty, for tracks whose clock counts samples. */
function skippedSamples(moov: Buffer, { from }: Box): number {
  const isLong = moov[from] === 1;
  const count = moov.readUInt32BE(from + 4);
  for (let i = 0; i < count; i++) {
    const at = from + 8 + i * (isLong ? 20 : 12);
    const time = isLong ? Number(moov.readBigInt64BE(at + 8)) : moov.readInt32BE(at + 4);
    if (time >= 0) return time;
  }
  return 0;
}

function readSizes(moov: Buffer, box: Box | undefined): Uint32Array {
  if (box === undefined) return new Uint32Array(0);
  const one = moov.readUInt32BE(box.from + 4);
  const count = moov.readUInt32BE(box.from + 8);
  return Uint32Array.from({ length: count }, (_, i) =>
    one > 0 ? one : moov.readUInt32BE(box.from + 12 + 4 * i),
  );
}

function readChunks(moov: Buffer, short: Box | undefined, long: Box | undefined): Float64Array {
  const box = short ?? long;
  if (box === undefined) return new Float64Array(0);
  return Float64Array.from({ length: moov.readUInt32BE(box.from + 4) }, (_, i) =>
    short !== undefined
      ? moov.readUInt32BE(box.from + 8 + 4 * i)
      : Number(moov.readBigUInt64BE(box.from + 8 + 8 * i)),
  );
}

function placeSamples(moov: Buffer, runs: Box, chunks: Float64Array, sizes: Uint32Array) {
  const offsets = new Float64Array(sizes.length);
  const count = moov.readUInt32BE(runs.from + 4);
  let sample = 0;
  for (let run = 0; run < count; run++) {
    const at = runs.from + 8 + run * 12;
    const firstChunk = moov.readUInt32BE(at) - 1;
    const perChunk = moov.readUInt32BE(at + 4);
    const lastChunk = run + 1 < count ? moov.readUInt32BE(at + 12) - 1 : chunks.length;
    for (let chunk = firstChunk; chunk < lastChunk; chunk++) {
      let place = chunks[chunk]!;
      for (let i = 0; i < perChunk && sample < sizes.length; i++, sample++) {
        offsets[sample] = place;
        place += sizes[sample]!;
      }
    }
  }
  return offsets;
}

function adtsOf(description: Buffer): Pick<AacTrack, 'sampleRateHz' | 'adtsHeader'> | undefined {
  const at = aacConfigAt(description);
  if (at === undefined) return undefined;
  const config = description.readUInt16BE(at);
  const [profile, rate, channels] = [config >> 11, (config >> 7) & 15, (config >> 3) & 15];
  const sampleRateHz = ADTS_RATES[rate];
  if (profile !== 2 || sampleRateHz === undefined || channels === 0 || channels > 7) {
    return undefined;
  }
  const third = ((profile - 1) << 6) | (rate << 2) | (channels >> 2);
  return {
    sampleRateHz,
    adtsHeader: Uint8Array.of(0xff, 0xf1, third, (channels & 3) << 6, 0, 0x1f, 0xfc),
  };
}
