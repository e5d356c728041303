// The oldest protection that PDF knows (40 bits, revision 2 of the standard handler): enough to be asked
// for a password. ISO 32000-1, 7.6.3: algorithms 1 to 4.
import { createHash } from 'node:crypto';

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);
/** What a reader without the owner's password may do; any number does. */
const PERMISSIONS = -44;
export const PDF_ID = Buffer.from([0]);

/** Protects the objects of one file. */
export interface PdfLock {
  /** The encryption dictionary. */
  readonly dictionary: string;
  /** @param object  number of the object that holds the bytes */
  readonly encrypt: (bytes: Buffer, object: number) => Buffer;
}

/** @param password  of the user, who is the owner as well */
export function makePdfLock(password: string): PdfLock {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(padded, owner, permissions, PDF_ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    dictionary:
      `<< /Filter /Standard /V 1 /R 2 /Length 40 /P ${PERMISSIONS} ` +
      `/O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    encrypt(bytes, object) {
      const place = Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0]);
      return rc4(md5(key, place).subarray(0, 10), bytes);
    },
  };
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([box[a], box[b]] = [box[b]!, box[a]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(bytes).map((byte) => {
    i = (i + 1) & 255;
    j = (j + box[i]!) & 255;
    swap(i, j);
    return byte ^ box[(box[i]! + box[j]!) & 255]!;
  }) as Buffer;
}
