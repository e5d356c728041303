// MP3 has no index. Where all frames have one bit rate, and the file says how many there are, a frame's
// place follows by arithmetic; else the headers are walked.
import { readMp3Frame, type Mp3Frame } from '../sniff/mp3.ts';
import type { FileBytes } from './file-bytes.ts';

const CHUNK_BYTES = 1 << 20;
/** Every so many frames a place is kept. */
const KEPT_EACH = 8;
/** So many frames, spread over the file, must stand where the arithmetic says. */
const CHECKED = 16;

/** Where the frames of a file stand. */
export interface Mp3Index {
  readonly first: Mp3Frame;
  readonly frames: number;
  /** Place of a frame or of one a little before it, and which one. */
  readonly placeBefore: (frame: number) => { readonly at: number; readonly frame: number };
  /** A place at or a little behind the end of the frame before this one. */
  readonly endBehind: (frame: number) => number;
}

/**
 * Index by arithmetic.
 *
 * @param frames  as the file says; undefined where its frames differ in size
 * @returns undefined where frames do not stand where they should
 */
export function countFrames(
  file: FileBytes,
  from: number,
  frames: number | undefined,
): Mp3Index | undefined {
  const first = readMp3Frame(file.read(from, 4), 0);
  if (first === undefined || frames === undefined || frames < CHECKED) return undefined;
  const total = frames;
  const { samples, kbps, sampleRateHz } = first;
  const frameBytes = (samples * kbps * 125) / sampleRateHz;
  const isAlike = (found: Mp3Frame | undefined): found is Mp3Frame =>
    found?.kbps === kbps && found.sampleRateHz === sampleRateHz;
  /** Where sounds were joined, frames stand some bytes beside: less than half of one, or they are others. */
  function placeOf(frame: number): number | undefined {
    const reach = Math.floor(frameBytes / 2);
    const due = from + Math.floor(frame * frameBytes);
    const start = Math.max(from, due - reach);
    const bytes = file.read(start, due - start + reach + Math.ceil(frameBytes) + 8);
    for (let away = 0; away < 2 * reach; away++) {
      const i = due - start + (away % 2 === 0 ? -away / 2 : (away + 1) / 2);
      const found = bytes[i] === 0xff ? readMp3Frame(bytes, i) : undefined;
      if (!isAlike(found)) continue;
      if (frame === total - 1 || isAlike(readMp3Frame(bytes, i + found.sizeBytes)))
        return start + i;
    }
    return undefined;
  }
  for (let i = 1; i <= CHECKED; i++) {
    if (placeOf(Math.floor((i * (frames - 1)) / CHECKED)) === undefined) return undefined;
  }
  const margin = Math.ceil(frameBytes / 2);
  const endsAt = Math.min(file.sizeBytes, from + Math.ceil(frames * frameBytes) + margin);
  return {
    first,
    frames,
    placeBefore: (frame) => ({ at: placeOf(frame) ?? endsAt, frame }),
    endBehind: (frame) => Math.min(endsAt, from + Math.ceil(frame * frameBytes) + margin),
  };
}

/** The first frame from a place on that is followed by another one; looked for in one chunk only. */
export const findMp3Frame = (file: FileBytes, from: number) =>
  nextFrame(file, from, file.read(from, CHUNK_BYTES), from);

/**
 * Walks all frame headers: two hours are some 280,000 of them, a fifth of a second and the whole file.
 *
 * @returns undefined when there is none
 */
export function walkFrames(file: FileBytes, from: number): Mp3Index | undefined {
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
  if (first === undefined) return undefined;
  const endsAt = Math.min(at, file.sizeBytes);
  return {
    first,
    frames,
    placeBefore(frame) {
      const kept = Math.floor(frame / KEPT_EACH);
      return { at: places[kept] ?? endsAt, frame: kept * KEPT_EACH };
    },
    endBehind: (frame) => places[Math.ceil(frame / KEPT_EACH)] ?? endsAt,
  };
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
