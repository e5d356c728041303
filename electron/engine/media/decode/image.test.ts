import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, assert, beforeAll, describe, test } from 'vitest';
import { imageQuality } from '../../modalities/image/index.ts';
import { decodeImage } from './image.ts';

const dir = mkdtempSync(join(tmpdir(), 'decode-image-'));
afterAll(() => rmSync(dir, { recursive: true }));

const save = (name: string, bytes: Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};
const noise = (width: number, height: number, channels: 1 | 3 | 4 = 3) => {
  const data = Buffer.from(
    Array.from({ length: width * height * channels }, (_, i) => (i * 7919 + (i >> 5) * 31) % 256),
  );
  return sharp(data, { raw: { width, height, channels } });
};

describe('a picture that cannot be scored says why', () => {
  let png: Buffer;
  beforeAll(async () => {
    png = await noise(64, 48).png().toBuffer();
  });
  const codeOf = async (path: string) => {
    const outcome = await imageQuality.scoreFile(path);
    assert(outcome.status === 'unscored', JSON.stringify(outcome));
    assert.isNotEmpty(outcome.reason);
    return outcome.code;
  };

  test('when there is no file', async () => {
    assert.equal(await codeOf(join(dir, 'none.png')), 'media-missing');
  });

  test('when the path is a folder', async () => {
    assert.equal(await codeOf(dir), 'media-missing');
  });

  test('when the file is empty', async () => {
    assert.equal(await codeOf(save('empty.png', Buffer.alloc(0))), 'media-broken');
  });

  test('when a PNG is cut off', async () => {
    assert.equal(await codeOf(save('cut.png', png.subarray(0, png.length / 2))), 'media-broken');
  });

  test('when a JPEG is cut off', async () => {
    const jpeg = await noise(200, 160).jpeg().toBuffer();

    assert.equal(await codeOf(save('cut.jpg', jpeg.subarray(0, jpeg.length / 2))), 'media-broken');
  });

  test('when it is text', async () => {
    assert.equal(await codeOf(save('text.png', Buffer.from('not a picture'))), 'media-broken');
  });

  test('when it is a drawing', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

    assert.equal(await codeOf(save('drawing.svg', Buffer.from(svg))), 'unsupported');
  });

  test('when it is one pixel', async () => {
    const pixel = await noise(1, 1).png().toBuffer();

    assert.equal(await codeOf(save('pixel.png', pixel)), 'media-too-small');
  });

  test('when it is one row of pixels, which has no half scale', async () => {
    const row = await noise(64, 1).png().toBuffer();

    assert.equal(await codeOf(save('row.png', row)), 'media-too-small');
  });

  test('when its header claims 20,000 × 20,000 pixels, before any is decoded', async () => {
    const large = Buffer.from(png);
    large.writeUInt32BE(20_000, 16);
    large.writeUInt32BE(20_000, 20);
    large.writeUInt32BE(crc32(large.subarray(12, 29)), 29);

    assert.equal(await codeOf(save('bomb.png', large)), 'media-too-large');
  });
});

describe('a picture that is unlike most is scored, and says how it was read', () => {
  const notesOf = async (path: string) => {
    const outcome = await imageQuality.scoreFile(path);
    assert(outcome.status === 'scored', JSON.stringify(outcome));
    assert.isTrue(Number.isFinite(outcome.evidence.score));
    return outcome.evidence.notes;
  };

  test('a JPEG that is named .png', async () => {
    const jpeg = await noise(64, 48).jpeg().toBuffer();

    const [note] = await notesOf(save('jpeg.png', jpeg));
    assert.include(note, 'JPEG');
  });

  test('16 bits a channel', async () => {
    const deep = await noise(64, 48).toColourspace('rgb16').png().toBuffer();

    const [note] = await notesOf(save('deep.png', deep));
    assert.include(note, '16 bits');
  });

  test('CMYK', async () => {
    const cmyk = await noise(64, 48).toColourspace('cmyk').jpeg().toBuffer();

    const [note] = await notesOf(save('cmyk.jpg', cmyk));
    assert.include(note, 'CMYK');
  });

  test('an animated GIF, of which the first frame counts', async () => {
    const frames = await Promise.all(
      [0, 200].map((red) =>
        sharp({
          create: { width: 32, height: 32, channels: 3, background: { r: red, g: 9, b: 9 } },
        })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();

    const [note] = await notesOf(save('moving.gif', gif));
    assert.include(note, 'First of 2 frames');
  });

  test('two by two pixels', async () => {
    const tiny = await noise(2, 2).png().toBuffer();

    assert.deepEqual(await notesOf(save('tiny.png', tiny)), []);
  });
});

describe('decoding', () => {
  test('drops alpha and does not blend with it', async () => {
    const clear = Buffer.from([200, 100, 50, 0, 10, 20, 30, 0, 1, 2, 3, 0, 4, 5, 6, 0]);
    const png = await sharp(clear, { raw: { width: 2, height: 2, channels: 4 } })
      .png()
      .toBuffer();

    const decoded = await decodeImage(save('clear.png', png));

    assert(decoded.status === 'decoded');
    assert.deepEqual([...decoded.value.data], [200, 100, 50, 10, 20, 30, 1, 2, 3, 4, 5, 6]);
  });

  test('keeps the high byte of 16 bits', async () => {
    const samples = Uint16Array.from([0x1234, 0xff00, 0x00ff, 0x8080]);
    const png = await sharp(samples, { raw: { width: 2, height: 2, channels: 1 } })
      .toColourspace('grey16')
      .png()
      .toBuffer();

    const decoded = await decodeImage(save('grey16.png', png));

    assert(decoded.status === 'decoded');
    const step = decoded.value.channels;
    const greys = [...decoded.value.data].filter((_, i) => i % step === 0);
    assert.deepEqual(greys, [0x12, 0xff, 0x00, 0x80]);
  });

  test('turns a photograph as its EXIF orientation says', async () => {
    const wide = await noise(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();

    const decoded = await decodeImage(save('turned.jpg', wide));

    assert(decoded.status === 'decoded');
    assert.deepEqual([decoded.value.width, decoded.value.height], [20, 40]);
  });

  test('leaves the file alone', async () => {
    const png = await noise(8, 8).png().toBuffer();
    const path = save('kept.png', png);

    await decodeImage(path);

    assert.isTrue(readFileSync(path).equals(png));
  });
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
