// Any frame can be cut out and decoded. A few frames before it fill the decoder's reservoir.
import decode from 'audio-decode';
import { readMp3Frame, type Mp3Frame } from '../sniff/mp3.ts';
import type { FileBytes } from './file-bytes.ts';
import { countFrames, findMp3Frame, walkFrames } from './mp3-index.ts';
import { firstTwo, type SoundReader } from './sound-reader.ts';

const WARM_UP_FRAMES = 4;
const DECODER_DELAY = 529; // samples, of every layer III decoder

/** @returns undefined when no frame is found */
export async function openMp3(file: FileBytes): Promise<SoundReader | undefined> {
  const start = afterId3(file.read(0, 10));
  const begins = findMp3Frame(file, start);
  if (begins === undefined) return undefined;
  const head = file.read(begins.at, 4096);
  const skip = startOf(head, begins.frame);
  const soundAt = begins.at + (skip.isTag ? begins.frame.sizeBytes : 0);
  const index = countFrames(file, soundAt, skip.evenFrames) ?? walkFrames(file, soundAt);
  if (index === undefined) return undefined;
  const { first, frames } = index;
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
      const before = index.placeBefore(Math.max(0, from - WARM_UP_FRAMES));
      const bytes = file.read(before.at, index.endBehind(from + count) - before.at);
      const cut = cutFrames(bytes, from - before.frame, count);
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

function afterId3(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head[at]! & 0x7f), 0);
}

/** What an encoder says in the first frame: that it is no sound, and how much to leave out. */
function startOf(head: Buffer, { xingAt }: Mp3Frame) {
  const isTag = ['Xing', 'Info'].includes(head.toString('latin1', xingAt, xingAt + 4));
  if (!isTag) return { isTag, evenFrames: undefined, delay: 0, padding: 0 };
  const flags = head.readUInt32BE(xingAt + 4);
  const sizes = [4, 4, 100, 4].map((size, bit) => (((flags >> bit) & 1) === 1 ? size : 0));
  const at = xingAt + 8 + sizes.reduce((sum, size) => sum + size, 0);
  // "Info" stands where all frames have one bit rate
  const isEven = (flags & 1) === 1 && head.toString('latin1', xingAt, xingAt + 4) === 'Info';
  const evenFrames = isEven ? head.readUInt32BE(xingAt + 8) : undefined;
  const hasDelay = /^(LAME|Lavc|Lavf)/.test(head.toString('latin1', at, at + 4));
  if (!hasDelay) return { isTag, evenFrames, delay: 0, padding: 0 };
  const both = head.readUIntBE(at + 21, 3);
  return {
    isTag,
    evenFrames,
    delay: (both >> 12) + DECODER_DELAY,
    padding: Math.max(0, (both & 0xfff) - DECODER_DELAY),
  };
}
