// Ogg pages say at which sample they end, so a moment is found by bisection. A page that begins with
// the rest of a packet cannot be decoded alone: decoding begins at the clean one before.
import decode from 'audio-decode';
import type { FileBytes } from './file-bytes.ts';
import { joinParts } from './join-parts.ts';
import type { SoundReader } from './sound-reader.ts';

const MAX_PAGE_BYTES = 65_307; // 27 + 255 + 255 · 255
const USUAL_PAGE_BYTES = 9_000;
const WALK_BYTES = 128 * 1024;

interface Page {
  readonly at: number;
  readonly sizeBytes: number;
  /** Sample at which its last packet ends; -1 where none ends. */
  readonly granule: number;
  readonly isClean: boolean;
}

/** @returns undefined when there is more than one stream in it, or none that is known */
export async function openOgg(
  file: FileBytes,
  codec: 'opus' | 'oga',
): Promise<SoundReader | undefined> {
  const headers = readHeaders(file);
  if (headers === undefined) return undefined;
  const { sampleRateHz, preSkip, startsAt } = headers;
  const head = file.read(0, startsAt);
  const last = lastGranule(file);
  if (last === undefined || sampleRateHz === 0) return undefined;
  const timeOf = (granule: number) => (granule - preSkip) / sampleRateHz;

  function findPages(startS: number, endS: number): Page[] {
    const target = startS * sampleRateHz + preSkip;
    let [low, high] = [startsAt, file.sizeBytes];
    while (high - low > WALK_BYTES) {
      const middle = Math.floor((low + high) / 2);
      const page = pageAfter(file, middle);
      if (page === undefined || page.at >= high) high = middle;
      else if (page.granule !== -1 && page.granule < target) low = page.at + page.sizeBytes;
      else high = middle;
    }
    // the page before may hold the beginning of its first packet
    let page = pageAfter(file, Math.max(startsAt, low - MAX_PAGE_BYTES));
    const pages: Page[] = [];
    while (page !== undefined) {
      const isBefore = page.granule <= target;
      if (isBefore && page.isClean) pages.length = 0;
      if (pages.length > 0 || page.isClean) pages.push(page);
      if (timeOf(page.granule) >= endS) break;
      page = pageAt(file, page.at + page.sizeBytes);
    }
    return pages;
  }

  return {
    sampleRateHz,
    durationS: Math.max(0, timeOf(last)),
    async read(startS, lengthS) {
      const pages = findPages(startS, startS + lengthS);
      const end = pages.findLast(({ granule }) => granule !== -1);
      if (end === undefined || pages[0] === undefined) return { startS, channels: [] };
      const from = pages[0].at;
      const decoder = await decode[codec](); // one that has seen another place would mix them
      try {
        await decoder(head);
        const parts = [await decoder(file.read(from, end.at + end.sizeBytes - from))];
        parts.push(await decoder.flush());
        const channels = joinParts(parts);
        const seconds = (channels[0]?.length ?? 0) / sampleRateHz;
        return { startS: Math.max(0, timeOf(end.granule) - seconds), channels };
      } finally {
        decoder.free();
      }
    },
    close: () => file.close(),
  };
}

function readHeaders(file: FileBytes) {
  const first = pageAt(file, 0);
  if (first === undefined) return undefined;
  const ident = file.read(0, first.sizeBytes);
  const body = 27 + ident[26]!;
  const isOpus = ident.toString('latin1', body, body + 8) === 'OpusHead';
  const isVorbis = ident.toString('latin1', body + 1, body + 7) === 'vorbis';
  if (!isOpus && !isVorbis) return undefined;
  let page: Page | undefined = first;
  while (page !== undefined && page.granule <= 0) {
    page = pageAt(file, page.at + page.sizeBytes);
    const isSecondStream = page !== undefined && (file.read(page.at + 5, 1)[0]! & 2) !== 0;
    if (isSecondStream) return undefined;
  }
  if (page === undefined) return undefined;
  return {
    startsAt: page.at,
    sampleRateHz: isOpus ? 48_000 : ident.readUInt32LE(body + 12),
    preSkip: isOpus ? ident.readUInt16LE(body + 10) : 0,
  };
}

function lastGranule(file: FileBytes): number | undefined {
  const tailAt = Math.max(0, file.sizeBytes - 2 * MAX_PAGE_BYTES);
  const tail = file.read(tailAt, 2 * MAX_PAGE_BYTES);
  for (let i = tail.lastIndexOf('OggS'); i > 0; i = tail.lastIndexOf('OggS', i - 1)) {
    const granule = pageAt(file, tailAt + i)?.granule ?? -1;
    if (granule > 0) return granule;
  }
  return undefined;
}

function pageAfter(file: FileBytes, from: number): Page | undefined {
  for (const length of [USUAL_PAGE_BYTES, MAX_PAGE_BYTES]) {
    const bytes = file.read(from, length + 4);
    for (let i = bytes.indexOf('OggS'); i !== -1; i = bytes.indexOf('OggS', i + 1)) {
      const page = pageAt(file, from + i);
      if (page !== undefined) return page;
    }
  }
  return undefined;
}

function pageAt(file: FileBytes, at: number): Page | undefined {
  const head = file.read(at, 282);
  if (head.length < 28 || head.toString('latin1', 0, 4) !== 'OggS' || head[4] !== 0) {
    return undefined;
  }
  const lacing = head.subarray(27, 27 + head[26]!);
  return {
    at,
    sizeBytes: lacing.reduce((sum, size) => sum + size, 27 + lacing.length),
    granule: Number(head.readBigInt64LE(6)),
    isClean: (head[5]! & 1) === 0,
  };
}
