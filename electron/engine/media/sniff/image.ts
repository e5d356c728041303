import type { ByteSource } from '../byte-source.ts';
import { jpegColours, readJpegExif, readPngDetails, readWebpDetails } from './image-details.ts';
import { bytesText, cutOff, type Findings, type Sniffer } from './findings.ts';

const NO_SIZE = 'The header ends before the image size. Export or download it again.';

/** Size from IHDR; cut off when the last chunk is not IEND. */
export const sniffPng: Sniffer = async (source) => {
  const head = await source.read(0, 26);
  if (head.length < 24) return { broken: NO_SIZE };
  const details = await readPngDetails(source);
  const size = { widthPx: head.readUInt32BE(16), heightPx: head.readUInt32BE(20), details };
  // some writers leave rubbish behind IEND: look for it near the end, not at the very end
  const tail = await source.read(Math.max(0, source.sizeBytes - 1024), 1024);
  if (tail.includes('IEND')) return { ...size, ...emptySize(size) };
  return { ...size, broken: cutOff('PNG', source.sizeBytes) };
};

/** Size from the frame header, found by walking the segments; cut off when there is no EOI. */
export const sniffJpeg: Sniffer = async (source) => {
  const size = await jpegSize(source);
  if (size === undefined) return { broken: NO_SIZE };
  const tail = await source.read(Math.max(0, source.sizeBytes - 4096), 4096);
  if (tail.includes(Buffer.from([0xff, 0xd9]))) return size;
  return { ...size, broken: cutOff('JPEG', source.sizeBytes) };
};

async function jpegSize(source: ByteSource): Promise<Findings | undefined> {
  let at = 2;
  let exif: NonNullable<Findings['details']> = [];
  // every real file has its frame header within a few dozen segments
  for (let segments = 0; segments < 200; segments++) {
    const head = await source.read(at, 9);
    if (head.length < 9) return undefined;
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) return undefined;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const frame = await source.read(at, 10);
      const details = [...jpegColours(marker, frame), ...exif];
      return { widthPx: head.readUInt16BE(7), heightPx: head.readUInt16BE(5), details };
    } else if (marker === 0xe1 && exif.length === 0) {
      exif = await readJpegExif(source, at);
      at += 2 + head.readUInt16BE(2);
    } else at += 2 + head.readUInt16BE(2);
  }
  return undefined;
}

/** Logical screen size; cut off when the trailer byte is missing. */
export const sniffGif: Sniffer = async (source) => {
  const head = await source.read(0, 10);
  if (head.length < 10) return { broken: NO_SIZE };
  const size = { widthPx: head.readUInt16LE(6), heightPx: head.readUInt16LE(8) };
  const tail = await source.read(Math.max(0, source.sizeBytes - 64), 64);
  return tail.includes(0x3b) ? size : { ...size, broken: cutOff('GIF', source.sizeBytes) };
};

/** Size of the VP8, VP8L or VP8X chunk; cut off when RIFF says more than there is. */
export const sniffWebp: Sniffer = async (source) => {
  const head = await source.read(0, 30);
  if (head.length < 30) return { broken: NO_SIZE };
  const details = await readWebpDetails(source);
  const size = { ...webpSize(head), ...(details.length > 0 && { details }) };
  const expected = head.readUInt32LE(4) + 8;
  return expected > source.sizeBytes
    ? { ...size, broken: cutOff('WebP', source.sizeBytes, expected) }
    : size;
};

function webpSize(head: Buffer): Findings {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') {
    return { widthPx: head.readUIntLE(24, 3) + 1, heightPx: head.readUIntLE(27, 3) + 1 };
  }
  if (kind === 'VP8L') {
    const bits = head.readUInt32LE(21);
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8 ') return {};
  return { widthPx: head.readUInt16LE(26) & 0x3fff, heightPx: head.readUInt16LE(28) & 0x3fff };
}

/** Size from the DIB header (height may be negative: top-down). */
export const sniffBmp: Sniffer = async (source) => {
  const head = await source.read(0, 26);
  if (head.length < 26) return { broken: NO_SIZE };
  const expected = head.readUInt32LE(2);
  const size = { widthPx: head.readInt32LE(18), heightPx: Math.abs(head.readInt32LE(22)) };
  return expected > source.sizeBytes
    ? { ...size, broken: cutOff('BMP', source.sizeBytes, expected) }
    : size;
};

/** Size from `width` and `height`, else from `viewBox`; cut off without `</svg>`. */
export const sniffSvg: Sniffer = async (source) => {
  const head = (await source.read(0, 4096)).toString('utf8');
  const open = /<svg\b[^>]*>/i.exec(head)?.[0] ?? '';
  const tail = (await source.read(Math.max(0, source.sizeBytes - 512), 512)).toString('utf8');
  const size = svgSize(open);
  const isClosed = /<\/svg\s*>\s*(<!--[\s\S]*-->\s*)?$/i.test(tail) || open.endsWith('/>');
  return isClosed ? size : { ...size, broken: cutOff('SVG', source.sizeBytes) };
};

function svgSize(tag: string): Findings {
  const read = (name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*["']\\s*([\\d.]+)(px)?\\s*["']`, 'i').exec(tag)?.[1];
  const box = /\bviewBox\s*=\s*["']([^"']+)["']/i
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/);
  const widthPx = Math.round(Number(read('width') ?? box?.[2]));
  const heightPx = Math.round(Number(read('height') ?? box?.[3]));
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : {};
}

function emptySize(size: { widthPx: number; heightPx: number }): Findings {
  if (size.widthPx > 0 && size.heightPx > 0) return {};
  return { broken: `The header gives the size ${size.widthPx}×${size.heightPx}. Export it again.` };
}

/** Why a file of a format with a signature is none: said for every kind in the same words. */
export function noSignature(expected: string, head: Buffer): string {
  const shown = head
    .subarray(0, 4)
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1 ');
  return (
    `Not a ${expected} file: it begins with ${shown} (${bytesText(Math.min(4, head.length))}), ` +
    'which no known format does. Export or download it again.'
  );
}
