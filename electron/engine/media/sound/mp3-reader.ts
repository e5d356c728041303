// MP3 has no index: all frame headers are walked once (two hours are some 280,000 of them, a fifth of a
// second), after which any frame can be cut out. A few frames before it fill the decoder's reservoir.
import decode from 'audio-decode';
import { readMp3Frame, type Mp3Frame } from '../sniff/mp3.ts';
import type { FileBytes } from './file-bytes.ts';
import { firstTwo, type SoundReader } from './sound-reader.ts';

const CHUNK_BYTES = 1 << 20;
/** Every so many frames a place is kept. */
const KEPT_EACH = 8;
const WARM_UP_FRAMES = 4;
const DECODER_DELAY = 529; // samples, of every layer III decoder

interface Index {
  readonly first: Mp3Frame;
  readonly places: readonly number[];
  readonly frames: number;
  readonly endsAt: number;
}

/** @returns undefined when no frame is found */
export async function openMp3(file: FileBytes): Promise<SoundReader | undefined> {
  const start = afterId3(file.read(0, 10));
  const begins = nextFrame(file, start, file.read(start, CHUNK_BYTES), start);
  if (begins === undefined) return undefined;
  const head = file.read(begins.at, 4096);
  const skip = startOf(head, begins.frame);
  const index = walkFrames(file, begins.at + (skip.isTag ? begins.frame.sizeBytes : 0));
  if (index === undefined) return undefined;
  const { first, places, frames, endsAt } = index;
  const { samples, sampleRateHz } = first;
  const decoder = await decode.mp3();
  const timeOf = (frame: number) => (frame * samples - skip.delay) / sampleRateHz;
  return {
    sampleRateHz,
    durationS: Math.max(0, (frames * samples - skip.delay - skip.padding) / sampleRateHz),
    async read(startS, lengthS) {
      const wanted = Math.floor((startS * sampleRateHz + skip.delay) / samples);
      const from = Math.min(frames - 1, Math.max(0, wanted));
      const count = Math.min(frames - from, Math.ceil((lengthS * sampleRateHz) / samples) + 1);
      const before = Math.max(0, Math.floor((from - WARM_UP_FRAMES) / KEPT_EACH));
      const after = Math.ceil((from + count) / KEPT_EACH);
      const startsAt = places[before] ?? endsAt;
      const bytes = file.read(startsAt, (places[after] ?? endsAt) - startsAt);
      const cut = cutFrames(bytes, from - before * KEPT_EACH, count);
      const { channelData } = await decoder(cut.bytes);
      const usable = (channelData[0]?.length ?? 0) - cut.warmUp * samples;
      const channels = firstTwo(channelData).map((each) => each.subarray(-Math.max(0, usable)));
      return { startS: timeOf(from), channels: usable > 0 ? channels : [] };
    },
    close() {
      decoder.free();
      file.close();
    },
  };
}

/** Frames `from` to `from + count` of bytes that begin with frame 0, with a few to warm up before. */
function cutFrames(bytes: Buffer, from: number, count: number) {
  const warmUp = Math.min(from, WARM_UP_FRAMES);
  let at = 0;
  let begin = 0;
  for (let frame = 0; frame < from + count && at < bytes.length; frame++) {
    if (frame === from - warmUp) begin = at;
    at += readMp3Frame(bytes, at)?.sizeBytes ?? bytes.length;
  }
  return { bytes: bytes.subarray(begin, Math.min(at, bytes.length)), warmUp };
}

function walkFrames(file: FileBytes, from: number): Index | undefined {
  const places: number[] = [];
  const known = new Map<number, Mp3Frame>(); // a file has few different headers
  let first: Mp3Frame | undefined;
  let frames = 0;
  let at = from;
  let chunk = file.read(at, CHUNK_BYTES);
  let chunkAt = at;
  while (at + 4 <= file.sizeBytes) {
    if (at + 4 > chunkAt + chunk.length) {
      chunk = file.read(at, CHUNK_BYTES);
      chunkAt = at;
      if (chunk.length < 4) break; // the file became shorter meanwhile
    }
    const header = chunk.readUInt32BE(at - chunkAt);
    let frame = known.get(header) ?? readMp3Frame(chunk, at - chunkAt);
    if (frame !== undefined) known.set(header, frame);
    else {
      // something else stands between the frames: an ID3v1 tag, cover art, damage
      const found = nextFrame(file, at + 1, chunk, chunkAt);
      if (found === undefined) break;
      ({ at, frame } = found);
    }
    first ??= frame;
    if (frames % KEPT_EACH === 0) places.push(at);
    frames += 1;
    at += frame.sizeBytes;
  }
  return first === undefined
    ? undefined
    : { first, places, frames, endsAt: Math.min(at, file.sizeBytes) };
}

/** The next frame that is followed by another one; looked for in one chunk only. */
function nextFrame(file: FileBytes, from: number, chunk: Buffer, chunkAt: number) {
  const isInside = from - chunkAt < chunk.length - 4096;
  const bytes = isInside ? chunk : file.read(from, CHUNK_BYTES);
  const base = isInside ? chunkAt : from;
  for (let i = bytes.indexOf(0xff, from - base); i !== -1; i = bytes.indexOf(0xff, i + 1)) {
    const frame = readMp3Frame(bytes, i);
    if (frame === undefined) continue;
    const next = i + frame.sizeBytes;
    const isLast = base + next >= file.sizeBytes - 128;
    if (isLast || readMp3Frame(bytes, next)?.sampleRateHz === frame.sampleRateHz) {
      return { at: base + i, frame };
    }
  }
  return undefined;
}

function afterId3(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head[at]! & 0x7f), 0);
}

/** What an encoder says in the first frame: that it is no sound, and how much to leave out. */
function startOf(head: Buffer, { xingAt }: Mp3Frame) {
  const isTag = ['Xing', 'Info'].includes(head.toString('latin1', xingAt, xingAt + 4));
  if (!isTag) return { isTag, delay: 0, padding: 0 };
  const flags = head.readUInt32BE(xingAt + 4);
  const sizes = [4, 4, 100, 4].map((size, bit) => (((flags >> bit) & 1) === 1 ? size : 0));
  const at = xingAt + 8 + sizes.reduce((sum, size) => sum + size, 0);
  const hasDelay = /^(LAME|Lavc|Lavf)/.test(head.toString('latin1', at, at + 4));
  if (!hasDelay) return { isTag, delay: 0, padding: 0 };
  const both = head.readUIntBE(at + 21, 3);
  return {
    isTag,
    delay: (both >> 12) + DECODER_DELAY,
    padding: Math.max(0, (both & 0xfff) - DECODER_DELAY),
  };
}
