import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMediaFacts } from '../facts.ts';
import { readExif } from './exif-reader.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loupe-exif-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'rgb(9, 90, 9)' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Maker', Model: 'Camera 7', Software: 'Painter\u0007 2' },
      IFD2: { ExposureTime: '1/250', FNumber: '28/10', ISOSpeedRatings: '200' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 30/1',
      },
    });

test.each([
  ['jpg', '8-bit colour'],
  ['png', '8-bit RGB'],
  ['webp', '8-bit'],
] as const)('EXIF of a .%s is told with its colours', async (format, colours) => {
  const path = join(dir, `exif.${format}`);
  await picture().toFile(path);

  const { details = [], ...facts } = await readMediaFacts(path);

  expect(facts).toMatchObject({ widthPx: 40, heightPx: 20, warnings: [] });
  const rows = Object.fromEntries(details.map(({ label, value }) => [label, value]));
  expect(rows).toMatchObject({
    Colours: colours,
    Orientation: 'turned by 90° clockwise',
    Camera: 'Maker Camera 7',
    Exposure: '1/250 s',
    Aperture: 'f/2.8',
    ISO: '200',
    Software: 'Painter 2', // without what is no letter
    Place: '51.50000° N, 0.12500° W', // 51 + 30/60; 7/60 + 30/3600
  });
});

test('texts that generators write into a PNG are told', async () => {
  const plain = await sharp({
    create: { width: 4, height: 4, channels: 4, background: 'rgb(0, 0, 0)' },
  })
    .png()
    .toBuffer();
  const body = Buffer.from('parameters\0a red boat, steps 20', 'latin1');
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length);
  chunk.write('tEXt', 4);
  body.copy(chunk, 8);
  const path = join(dir, 'text.png');
  writeFileSync(path, Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]));

  const { details } = await readMediaFacts(path);

  expect(details).toContainEqual({ label: 'Colours', value: '8-bit RGB with alpha' });
  expect(details).toContainEqual({ label: 'parameters', value: 'a red boat, steps 20' });
});

test('whatever the bytes are, reading ends and gives texts', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('II*\0', 'MM\0*'),
      (bytes, mark) => {
        const rows = readExif(Buffer.concat([Buffer.from(mark, 'latin1'), Buffer.from(bytes)]));
        expect(rows.every(({ value }) => typeof value === 'string')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a directory that points at itself and a count beyond the end are survived', () => {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // the photo directory is the main one again; the maker's name would lie 4 GB further on
  tiff.writeUInt16LE(0x8769, 10);
  tiff.writeUInt16LE(4, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt32LE(8, 18);
  tiff.writeUInt16LE(0x010f, 22);
  tiff.writeUInt16LE(2, 24);
  tiff.writeUInt32LE(0xffffffff, 26);
  tiff.writeUInt32LE(0xffffffff, 30);

  expect(readExif(tiff)).toEqual([]);
});
