// Folders as other systems leave them behind, made from their description; the media are real ones.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePicture } from '../pictures.ts';

/** A passing folder that the files of a system are written into. */
export interface NativeFolderBuilder {
  readonly dir: string;
  readonly write: (path: string, content: string | Buffer) => string;
  /** A picture; each path has its own. */
  readonly picture: (path: string) => string;
  /** Half a second of 16 kHz float samples, as MIO writes them. */
  readonly sound: (path: string) => string;
}

export function buildNativeFolder(name: string): NativeFolderBuilder {
  const dir = mkdtempSync(join(tmpdir(), `native-${name}-`));
  let seed = 1;
  const write = (path: string, content: string | Buffer) => {
    const whole = join(dir, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  return {
    dir,
    write,
    picture: (path) => write(path, makePicture(seed++, 16)),
    sound: (path) => write(path, makeFloatWav(seed++)),
  };
}

function makeFloatWav(seed: number): Buffer {
  const rate = 16_000;
  const samples = Float32Array.from(
    { length: rate / 2 },
    (_, i) => 0.3 * Math.sin((2 * Math.PI * (200 + 20 * seed) * i) / rate),
  );
  const data = Buffer.from(samples.buffer);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'ascii');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'ascii');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(3, 20); // IEEE float
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(32, 34);
  head.write('data', 36, 'ascii');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
