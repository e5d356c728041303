import { readFile, stat } from 'node:fs/promises';
import { detectType } from '../sniff/signature.ts';
import { typeLabel } from '../type-names.ts';
import { type Decoded, unscored } from './decoded.ts';

/** Text of a file, with how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly sizeBytes: number;
  readonly encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';
}

const MAX_CONTROL_SHARE = 0.05; // real text has tabs and line breaks, which are not counted

/**
 * Reads a file of text whole.
 *
 * @param maxBytes  a larger file is refused before it is read
 * @returns unscored for a file that is missing, empty, too large or no text
 */
export async function decodeText(path: string, maxBytes: number): Promise<Decoded<DecodedText>> {
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile() !== true) return unscored('media-missing', 'There is no file at this path.');
  if (file.size > maxBytes) {
    const size = `${(file.size / 1e6).toFixed(1)} MB`;
    return unscored('media-too-large', `The file has ${size}; the limit is ${maxBytes / 1e6} MB.`);
  }
  try {
    return decodeTextBytes(await readFile(path));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return unscored('media-broken', `The file cannot be read: the system says ${reason}.`);
  }
}

/** The text that bytes are; a mark at their beginning decides, then UTF-8, then Windows-1252. */
export function decodeTextBytes(bytes: Uint8Array): Decoded<DecodedText> {
  if (bytes.length === 0) return unscored('media-broken', 'The file is empty (0 bytes).');
  const decoded = markedText(bytes) ?? plainText(bytes);
  if (decoded === undefined) return notText(bytes);
  const { text, encoding } = decoded;
  if (text.trim() === '') return unscored('media-broken', 'The file holds only white space.');
  if (controlShare(text) > MAX_CONTROL_SHARE) return notText(bytes);
  const notes = encoding === 'UTF-8' ? [] : [`Read as ${encoding}.`];
  return { status: 'decoded', value: { text, encoding, sizeBytes: bytes.length }, notes };
}

type Read = Pick<DecodedText, 'text' | 'encoding'>;

function markedText(bytes: Uint8Array): Read | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' };
  }
  if (first === 0xfe && second === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16 BE' };
  }
  return undefined;
}

function plainText(bytes: Uint8Array): Read | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    // not UTF-8: every byte means something in Windows-1252, so the share of control bytes decides
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

function controlShare(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = (code >= 9 && code <= 13) || code === 0x1b;
    if ((code < 32 && !isSpace) || (code >= 0x7f && code < 0xa0)) count++;
  }
  return count / text.length;
}

function notText(bytes: Uint8Array) {
  const type = detectType(Buffer.from(bytes.subarray(0, 1024)));
  const what =
    type === undefined || type.startsWith('text/')
      ? 'binary data'
      : `${typeLabel(type)}, not what the name says`;
  return unscored('media-broken', `The bytes are no text but ${what}.`);
}
