// What a picture's header says besides its size: how colours are kept, texts of the program that wrote
// it, EXIF. Read from the first few KiB; of PNG up to the pixels, of WebP from its own chunk.
import type { MediaFacts } from '../../../../shared/model/media.ts';
import type { ByteSource } from '../byte-source.ts';
import { cleanText, readExif } from './exif-reader.ts';

type Details = NonNullable<MediaFacts['details']>;

/** Of an EXIF block: its directories stand at its beginning, before the thumbnail. */
const MOST_EXIF_BYTES = 16_384;
const MOST_TEXT_BYTES = 2048;
const MOST_CHUNKS = 64;

/** Rows of a JPEG's EXIF segment, `at` being where the segment's marker stands. */
export async function readJpegExif(source: ByteSource, at: number): Promise<Details> {
  const length = (await source.read(at + 2, 2)).readUInt16BE(0);
  const body = await source.read(at + 4, Math.min(length - 2, MOST_EXIF_BYTES));
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0') return [];
  return readExif(body.subarray(6));
}

/** How a JPEG keeps its colours, from its frame header. */
export function jpegColours(marker: number, frame: Buffer): Details {
  const channels = ['', 'grey', '', 'colour', 'CMYK'][frame[9] ?? 0] ?? '';
  const how = marker === 0xc2 ? 'progressive' : '';
  const value = [`${frame[4] ?? 8}-bit`, channels, how].filter((part) => part !== '').join(' ');
  return [{ label: 'Colours', value }];
}

const PNG_COLOURS: Readonly<Record<number, string>> = {
  0: 'grey',
  2: 'RGB',
  3: 'palette',
  4: 'grey with alpha',
  6: 'RGB with alpha',
};

/** Rows of a PNG: its colours, its texts (where generators keep their prompts), its EXIF. */
export async function readPngDetails(source: ByteSource): Promise<Details> {
  const head = await source.read(24, 5);
  if (head.length < 5) return [];
  const colours = PNG_COLOURS[head[1] ?? 0] ?? 'unknown';
  const isInterlaced = head[4] === 1 ? ' interlaced' : '';
  const rows: Details = [
    { label: 'Colours', value: `${head[0] ?? 8}-bit ${colours}${isInterlaced}` },
  ];
  let at = 8;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = await source.read(at, 8);
    if (start.length < 8) break;
    const length = start.readUInt32BE(0);
    const name = start.toString('latin1', 4, 8);
    if (name === 'IDAT' || name === 'IEND') break;
    if (name === 'eXIf') {
      rows.push(...readExif(await source.read(at + 8, Math.min(length, MOST_EXIF_BYTES))));
    } else if (name === 'tEXt') {
      rows.push(...readPngText(await source.read(at + 8, Math.min(length, MOST_TEXT_BYTES))));
    } else if (name === 'acTL') rows.push({ label: 'Animation', value: 'animated PNG' });
    at += 12 + length;
  }
  return rows;
}

function readPngText(body: Buffer): Details {
  const end = body.indexOf(0);
  if (end <= 0) return [];
  const label = cleanText(body.subarray(0, end));
  const value = cleanText(body.subarray(end + 1));
  return value === '' ? [] : [{ label, value }];
}

/** Rows of an extended WebP. */
export async function readWebpDetails(source: ByteSource): Promise<Details> {
  const head = await source.read(0, 30);
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8L') return [{ label: 'Colours', value: '8-bit lossless' }];
  if (kind !== 'VP8X' || head.length < 30) return [];
  const flags = head[20] ?? 0;
  const rows: Details = [
    { label: 'Colours', value: flags & 0x10 ? '8-bit with alpha' : '8-bit' },
    ...(flags & 0x02 ? [{ label: 'Animation', value: 'animated WebP' }] : []),
  ];
  if ((flags & 0x08) === 0) return rows;
  let at = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = await source.read(at, 8);
    if (start.length < 8) break;
    const length = start.readUInt32LE(4);
    if (start.toString('latin1', 0, 4) === 'EXIF') {
      const body = await source.read(at + 8, Math.min(length, MOST_EXIF_BYTES));
      const hasMark = body.toString('latin1', 0, 6) === 'Exif\0\0';
      return [...rows, ...readExif(hasMark ? body.subarray(6) : body)];
    }
    at += 8 + length + (length % 2);
  }
  return rows;
}
