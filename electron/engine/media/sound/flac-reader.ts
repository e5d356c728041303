// FLAC frames carry their number and a checksum of their header, so a moment is found by bisection.
import decode from 'audio-decode';
import type { FileBytes } from './file-bytes.ts';
import { joinParts } from './join-parts.ts';
import type { SoundReader } from './sound-reader.ts';

const WALK_BYTES = 64 * 1024;
const FRAME_BYTES = 20 * 1024; // more than a usual frame
const MOST_FRAME_BYTES = 512 * 1024;

interface StreamInfo {
  readonly startsAt: number;
  readonly blockSize: number;
  readonly sampleRateHz: number;
  readonly samples: number;
}

interface Frame {
  readonly at: number;
  readonly startSample: number;
}

/** @returns undefined when its length is not in the header */
export async function openFlac(file: FileBytes): Promise<SoundReader | undefined> {
  const info = readInfo(file);
  if (info === undefined) return undefined;
  const { startsAt, sampleRateHz, samples } = info;
  const head = file.read(0, startsAt);
  const frameAfter = (from: number) => findFrame(file, from, info);

  function frameBefore(sample: number): Frame | undefined {
    let [low, high] = [startsAt, file.sizeBytes];
    while (high - low > WALK_BYTES) {
      const middle = Math.floor((low + high) / 2);
      const frame = frameAfter(middle);
      if (frame !== undefined && frame.at < high && frame.startSample <= sample) low = frame.at;
      else high = middle;
    }
    let frame = frameAfter(low);
    for (let next = frame; next !== undefined && next.startSample <= sample;) {
      frame = next;
      next = frameAfter(next.at + 8);
    }
    return frame;
  }

  return {
    sampleRateHz,
    durationS: samples / sampleRateHz,
    async read(startS, lengthS) {
      const first = frameBefore(startS * sampleRateHz);
      if (first === undefined) return { startS, channels: [] };
      const endSample = (startS + lengthS) * sampleRateHz;
      let behind = frameAfter(first.at + 8);
      if (behind !== undefined && behind.startSample < endSample) behind = frameBefore(endSample);
      if (behind !== undefined) behind = frameAfter(behind.at + 8); // the whole of the last one
      const decoder = await decode.flac(); // it cannot go on behind a flush
      try {
        await decoder(head);
        const bytes = file.read(first.at, (behind?.at ?? file.sizeBytes) - first.at);
        const parts = [await decoder(bytes)];
        parts.push(await decoder.flush());
        return { startS: first.startSample / sampleRateHz, channels: joinParts(parts) };
      } finally {
        decoder.free();
      }
    },
    close: () => file.close(),
  };
}

function readInfo(file: FileBytes): StreamInfo | undefined {
  const head = file.read(0, 42);
  if (head.length < 42 || head.toString('latin1', 0, 4) !== 'fLaC') return undefined;
  let at = 4;
  for (let isLast = false; !isLast;) {
    const block = file.read(at, 4);
    if (block.length < 4) return undefined;
    isLast = (block[0]! & 0x80) !== 0;
    at += 4 + block.readUIntBE(1, 3);
  }
  const sampleRateHz = head.readUIntBE(18, 3) >> 4;
  const samples = (head[21]! & 15) * 2 ** 32 + head.readUInt32BE(22);
  if (sampleRateHz === 0 || samples === 0) return undefined;
  return { startsAt: at, blockSize: head.readUInt16BE(10), sampleRateHz, samples };
}

function findFrame(file: FileBytes, from: number, info: StreamInfo): Frame | undefined {
  for (const length of [FRAME_BYTES, MOST_FRAME_BYTES]) {
    const bytes = file.read(from, length);
    for (let i = bytes.indexOf(0xff); i !== -1; i = bytes.indexOf(0xff, i + 1)) {
      const startSample = startOfFrame(bytes, i, info);
      if (startSample !== undefined) return { at: from + i, startSample };
    }
  }
  return undefined;
}

/** @returns undefined when no frame header with a right checksum stands there */
function startOfFrame(bytes: Buffer, at: number, info: StreamInfo): number | undefined {
  const strategy = bytes[at + 1];
  if ((strategy !== 0xf8 && strategy !== 0xf9) || at + 16 > bytes.length) return undefined;
  const lead = bytes[at + 4]!;
  const more = lead < 0x80 ? 0 : Math.clz32(~lead << 24) - 1; // as in UTF-8
  if (more < 0 || more > 6 || (lead >= 0x80 && more === 0)) return undefined;
  let number = more === 0 ? lead : lead & (0x3f >> more);
  for (let i = 1; i <= more; i++) number = number * 64 + (bytes[at + 4 + i]! & 0x3f);
  const sizeBits = bytes[at + 2]! >> 4;
  const rateBits = bytes[at + 2]! & 15;
  const extra =
    (sizeBits === 6 ? 1 : sizeBits === 7 ? 2 : 0) + (rateBits > 11 ? (rateBits === 12 ? 1 : 2) : 0);
  const end = at + 5 + more + extra;
  if (rateBits === 15 || crc8(bytes, at, end) !== bytes[end]) return undefined;
  const startSample = strategy === 0xf9 ? number : number * info.blockSize;
  return startSample < info.samples ? startSample : undefined;
}

function crc8(bytes: Buffer, from: number, to: number): number {
  let crc = 0;
  for (let i = from; i < to; i++) {
    crc ^= bytes[i]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}
