// Walks the boxes of MP4, M4A and QuickTime files by their headers only: a box of gigabytes costs
// one small read.
import type { ByteSource } from '../byte-source.ts';
import { aacConfigAt } from './aac-config.ts';
import { cutOff, type Findings, type Sniffer } from './findings.ts';

interface Box {
  readonly name: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** Duration and size from `moov`; broken without it, cut off when a box reaches past the end. */
export const sniffMp4: Sniffer = async (source) => {
  const boxes = await listBoxes(source, 0, source.sizeBytes);
  const last = boxes.at(-1);
  const moov = boxes.find((box) => box.name === 'moov');
  const facts = moov === undefined ? {} : await readMovie(source, moov);
  if (last !== undefined && last.end > source.sizeBytes) {
    return { ...facts, broken: cutOff('MP4', source.sizeBytes, last.end) };
  }
  if (moov !== undefined || boxes.some((box) => box.name === 'moof')) return facts;
  return {
    broken: 'The MP4 file has no "moov" box, so it cannot be played. Record or download it again.',
  };
};

async function readMovie(source: ByteSource, moov: Box): Promise<Findings> {
  let facts: Findings = {};
  let hasVideo = false;
  for (const box of await listBoxes(source, moov.bodyStart, moov.end)) {
    if (box.name === 'mvhd') facts = { ...facts, ...(await readDuration(source, box)) };
    if (box.name !== 'trak') continue;
    const track = await readTrack(source, box);
    hasVideo ||= track.widthPx !== undefined;
    facts = { ...track, ...facts };
  }
  return hasVideo || facts.sampleRateHz === undefined
    ? facts
    : { ...facts, detectedType: 'audio/mp4' };
}

async function readDuration(source: ByteSource, mvhd: Box): Promise<Findings> {
  const body = await source.read(mvhd.bodyStart, 32);
  if (body.length < 32) return {};
  const isLong = body[0] === 1;
  const timescale = body.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  return timescale > 0 && duration > 0 ? { durationMs: (duration / timescale) * 1000 } : {};
}

async function readTrack(source: ByteSource, trak: Box): Promise<Findings> {
  const description = await findBox(source, trak, ['mdia', 'minf', 'stbl', 'stsd']);
  if (description === undefined) return {};
  // stsd: 8 bytes, then the first sample entry: size, name, 8 bytes, then what its kind has
  const entry = await source.read(description.bodyStart + 8, 44);
  if (entry.length < 36) return {};
  const handler = await findBox(source, trak, ['mdia', 'hdlr']);
  const kind = handler && (await source.read(handler.bodyStart + 8, 4)).toString('latin1');
  if (kind === 'vide') {
    return { widthPx: entry.readUInt16BE(32), heightPx: entry.readUInt16BE(34) };
  }
  if (kind !== 'soun') return {};
  const config = await source.read(description.bodyStart + 44, 128);
  // writers put 2 here whatever the sound has; AAC's own configuration knows better
  const channels = aacChannels(config) ?? entry.readUInt16BE(24);
  return { channels, sampleRateHz: entry.readUInt16BE(32) };
}

/** Channel configuration of the AudioSpecificConfig inside an `esds` box; undefined for others. */
function aacChannels(bytes: Buffer): number | undefined {
  const at = aacConfigAt(bytes);
  if (at === undefined) return undefined;
  const channels = ((bytes[at + 1] ?? 0) >> 3) & 15;
  return channels === 0 ? undefined : channels;
}

async function findBox(
  source: ByteSource,
  parent: Box,
  names: readonly string[],
): Promise<Box | undefined> {
  let box: Box | undefined = parent;
  for (const name of names) {
    if (box === undefined) return undefined;
    const children: Box[] = await listBoxes(source, box.bodyStart, box.end);
    box = children.find((child) => child.name === name);
  }
  return box;
}

async function listBoxes(source: ByteSource, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= Math.min(to, source.sizeBytes) && boxes.length < 10_000) {
    const head = await source.read(at, 16);
    if (head.length < 8) break;
    const small = head.readUInt32BE(0);
    const isLarge = small === 1 && head.length === 16;
    const size = small === 0 ? to - at : isLarge ? Number(head.readBigUInt64BE(8)) : small;
    const name = head.toString('latin1', 4, 8);
    if (size < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(name)) break;
    boxes.push({ name, start: at, bodyStart: at + (isLarge ? 16 : 8), end: at + size });
    at += size;
  }
  return boxes;
}
