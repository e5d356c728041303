import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createRandom } from '../../shared/stats/random.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Bytes of a PNG of soft noise; the same seed gives the same bytes, another one others. */
export function makePicture(seed: number, sizePx = 48): Buffer {
  const random = createRandom(seed);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePx, 0);
  header.writeUInt32BE(sizePx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(sizePx * (sizePx * 3 + 1));
  for (let at = 0; at < rows.length; at++) {
    if (at % (sizePx * 3 + 1) !== 0) rows[at] = Math.floor(random() * 256);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes a picture and the folders above it. @returns its path */
export function writePicture(path: string, seed: number, sizePx?: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, makePicture(seed, sizePx));
  return path;
}
