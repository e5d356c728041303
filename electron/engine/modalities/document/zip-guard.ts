// Office files are zips, and libraries inflate them whole: what they would become is checked first,
// against the directory and then against the data itself, since a directory can lie.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Unscored, unscored } from '../../media/decode/decoded.ts';

const inflate = promisify(inflateRaw);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly fullBytes: number;
  readonly headerAt: number;
}

const MAX_ENTRIES = 5000;
const STORED = 0;
const DEFLATED = 8;

/**
 * Checks a zip before it is given to a library.
 *
 * @param maxBytes  of all entries together, inflated
 * @returns undefined when it is safe to read
 */
export async function checkZip(bytes: Buffer, maxBytes: number): Promise<Unscored | undefined> {
  const entries = listEntries(bytes);
  if (typeof entries === 'string') return unscored('media-broken', entries);
  const total = entries.reduce((sum, entry) => sum + entry.fullBytes, 0);
  if (total > maxBytes) {
    const sizes = `${mb(bytes.length)} become ${mb(total)}`;
    return unscored(
      'media-too-large',
      `The packed parts are too large: ${sizes}; the limit is ${mb(maxBytes)}.`,
    );
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return unscored('media-broken', 'The file is protected by a password.');
  }
  for (const entry of entries) {
    const problem = await checkEntry(bytes, entry);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const mb = (count: number) => `${(count / 1e6).toFixed(1)} MB`;

async function checkEntry(bytes: Buffer, entry: Entry): Promise<Unscored | undefined> {
  const { name, method, fullBytes, packedBytes, headerAt } = entry;
  const cut = () =>
    unscored(
      'media-broken',
      `The file is cut off or damaged: its part "${name}" cannot be unpacked.`,
    );
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== 0x04034b50) return cut();
  const start =
    headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) return cut();
  if (method === STORED) return undefined;
  if (method !== DEFLATED)
    return unscored('unsupported', `Its part "${name}" is packed in a way that is not known.`);
  try {
    // one byte more than it says, so that a part that says too little is caught
    const full = await inflate(packed, { maxOutputLength: fullBytes + 1 });
    if (full.length === fullBytes && !hasEntities(full)) return undefined;
    return full.length === fullBytes
      ? unscored(
          'media-broken',
          `Its part "${name}" defines entities, which Office files never do.`,
        )
      : cut();
  } catch (error) {
    const isBomb =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isBomb
      ? unscored(
          'media-too-large',
          `Its part "${name}" holds more than the ${fullBytes} bytes it says.`,
        )
      : cut();
  }
}

const hasEntities = (bytes: Buffer) => bytes.subarray(0, 4096).includes('<!ENTITY');

/** Entries of the central directory, or why it cannot be read. */
function listEntries(bytes: Buffer): readonly Entry[] | string {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + 22 > bytes.length) {
    return 'The file is cut off: a zip without its directory at the end.';
  }
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return `The zip has more than ${MAX_ENTRIES} parts.`;
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
      return 'The file is damaged: the directory of the zip cannot be read.';
    }
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      fullBytes: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
