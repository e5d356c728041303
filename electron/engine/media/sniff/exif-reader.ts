// EXIF as camera and image programs write it: a small TIFF with a main, a photo and a GPS directory.
// The bytes are untrusted: every offset is checked, nothing is followed twice, texts are cut.
import type { MediaFacts } from '../../../../shared/model/media.ts';
import { describeTags } from './exif-tags.ts';
import type { ExifValue } from './exif-value.ts';

type Details = NonNullable<MediaFacts['details']>;

const MOST_ENTRIES = 200;
const MOST_NUMBERS = 16;
const MOST_CHARACTERS = 400;
/** Bytes of each TIFF type, by its number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8] as const;

const MAIN_TO_PHOTO = 0x8769;
const MAIN_TO_GPS = 0x8825;

/**
 * What an EXIF block tells, for people.
 *
 * @param tiff  from its byte order mark on; may be cut off behind what is wanted
 * @returns no rows where it is none or damaged
 */
export function readExif(tiff: Buffer): Details {
  const mark = tiff.toString('latin1', 0, 2);
  if ((mark !== 'II' && mark !== 'MM') || tiff.length < 8) return [];
  const reader = numbersOf(tiff, mark === 'II');
  const main = readDirectory(tiff, reader, reader.u32(4));
  const sub = (tag: number): ReadonlyMap<number, ExifValue> => {
    const offset = main.get(tag);
    return typeof offset === 'object' ? readDirectory(tiff, reader, offset[0]) : new Map();
  };
  return describeTags(main, sub(MAIN_TO_PHOTO), sub(MAIN_TO_GPS));
}

interface NumberReader {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  readonly i16: (at: number) => number;
}

function numbersOf(bytes: Buffer, isLittle: boolean): NumberReader {
  return isLittle
    ? {
        u16: (at) => bytes.readUInt16LE(at),
        u32: (at) => bytes.readUInt32LE(at),
        i32: (at) => bytes.readInt32LE(at),
        i16: (at) => bytes.readInt16LE(at),
      }
    : {
        u16: (at) => bytes.readUInt16BE(at),
        u32: (at) => bytes.readUInt32BE(at),
        i32: (at) => bytes.readInt32BE(at),
        i16: (at) => bytes.readInt16BE(at),
      };
}

function readDirectory(
  tiff: Buffer,
  reader: NumberReader,
  offset: number | undefined,
): ReadonlyMap<number, ExifValue> {
  const found = new Map<number, ExifValue>();
  if (offset === undefined || offset < 8 || offset + 2 > tiff.length) return found;
  const count = Math.min(reader.u16(offset), MOST_ENTRIES);
  for (let entry = 0; entry < count; entry++) {
    const at = offset + 2 + entry * 12;
    if (at + 12 > tiff.length) break;
    const value = readValue(tiff, reader, at);
    if (value !== undefined) found.set(reader.u16(at), value);
  }
  return found;
}

function readValue(tiff: Buffer, reader: NumberReader, at: number): ExifValue | undefined {
  const type = reader.u16(at + 2);
  const count = reader.u32(at + 4);
  const size = SIZES[type] ?? 0;
  if (size === 0 || count === 0) return undefined;
  const from = count * size <= 4 ? at + 8 : reader.u32(at + 8);
  if (from + count * size > tiff.length) return undefined;
  if (type === 2) return cleanText(tiff.subarray(from, from + count));
  if (type === 7) return commentText(tiff.subarray(from, from + count));
  return Array.from({ length: Math.min(count, MOST_NUMBERS) }, (_, k) =>
    readNumber(reader, tiff, type, from + k * size),
  );
}

function readNumber(reader: NumberReader, tiff: Buffer, type: number, at: number): number {
  switch (type) {
    case 3:
      return reader.u16(at);
    case 4:
      return reader.u32(at);
    case 5:
      return reader.u32(at) / reader.u32(at + 4);
    case 8:
      return reader.i16(at);
    case 9:
      return reader.i32(at);
    case 10:
      return reader.i32(at) / reader.i32(at + 4);
    default:
      return tiff.readUInt8(at);
  }
}

/** A comment names its letters first; only plain ones are read. */
function commentText(bytes: Buffer): string | undefined {
  if (!/^(ASCII\0|\0{8})/.test(bytes.toString('latin1', 0, 8))) return undefined;
  return cleanText(bytes.subarray(8));
}

/** Text for one line: up to its end mark, without control characters, cut where it is long. */
export function cleanText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  const raw = bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  const plain = raw.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  const clean = plain.replace(/ {2,}/g, ' ').trim();
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS)} …` : clean;
}
