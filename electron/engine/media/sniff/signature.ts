/**
 * What the first bytes of a file say it is.
 *
 * @param head  the first bytes, 512 are enough; fewer at the end of a short file
 * @returns a MIME type; `application/zip` for any zip (see `sniffZip`); undefined when the bytes are
 *   of no known format and do not look like text
 */
export function detectType(head: Buffer): string | undefined {
  for (const [type, matches] of SIGNATURES) if (matches(head)) return type;
  return textType(head);
}

const ascii = (head: Buffer, at: number, text: string) =>
  head.length >= at + text.length && head.toString('latin1', at, at + text.length) === text;
const bytes = (head: Buffer, ...values: number[]) =>
  head.length >= values.length && values.every((value, index) => head[index] === value);

const SIGNATURES: readonly (readonly [string, (head: Buffer) => boolean])[] = [
  ['image/png', (h) => bytes(h, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', (h) => bytes(h, 0xff, 0xd8, 0xff)],
  ['image/gif', (h) => ascii(h, 0, 'GIF87a') || ascii(h, 0, 'GIF89a')],
  ['image/webp', (h) => ascii(h, 0, 'RIFF') && ascii(h, 8, 'WEBP')],
  ['image/bmp', (h) => ascii(h, 0, 'BM') && h.length >= 26 && h.readUInt32LE(6) === 0],
  ['image/tiff', (h) => bytes(h, 0x49, 0x49, 0x2a, 0) || bytes(h, 0x4d, 0x4d, 0, 0x2a)],
  ['image/avif', (h) => ascii(h, 4, 'ftypavif') || ascii(h, 4, 'ftypavis')],
  ['audio/wav', (h) => ascii(h, 0, 'RIFF') && ascii(h, 8, 'WAVE')],
  ['video/x-msvideo', (h) => ascii(h, 0, 'RIFF') && ascii(h, 8, 'AVI ')],
  ['audio/flac', (h) => ascii(h, 0, 'fLaC')],
  ['audio/ogg', (h) => ascii(h, 0, 'OggS')],
  ['audio/mpeg', (h) => ascii(h, 0, 'ID3') || isMpegAudioFrame(h)],
  ['audio/aac', isAdtsFrame],
  ['audio/mp4', (h) => ascii(h, 4, 'ftypM4A') || ascii(h, 4, 'ftypM4B')],
  ['video/quicktime', (h) => ascii(h, 4, 'ftypqt')],
  ['video/mp4', (h) => ascii(h, 4, 'ftyp') || ascii(h, 4, 'moov') || ascii(h, 4, 'mdat')],
  ['video/webm', (h) => bytes(h, 0x1a, 0x45, 0xdf, 0xa3)],
  ['application/pdf', (h) => h.subarray(0, 1024).includes('%PDF-')],
  ['application/zip', (h) => bytes(h, 0x50, 0x4b, 3, 4) || bytes(h, 0x50, 0x4b, 5, 6)],
  ['application/x-ole-storage', (h) => bytes(h, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['model/gltf-binary', (h) => ascii(h, 0, 'glTF')],
  ['model/ply', (h) => /^ply\r?\n/.test(h.toString('latin1', 0, 6))],
];

/** Layer III or II with a real bit rate and sampling rate; `FF FE` and `FF FF` are no frames. */
function isMpegAudioFrame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const hasSync = first === 0xff && (second & 0xe0) === 0xe0;
  const isVersionKnown = ((second >> 3) & 3) !== 1;
  const layer = (second >> 1) & 3;
  const bitRate = third >> 4;
  return (
    hasSync &&
    isVersionKnown &&
    (layer === 1 || layer === 2) &&
    bitRate !== 0 &&
    bitRate !== 15 &&
    ((third >> 2) & 3) !== 3
  );
}

function isAdtsFrame(head: Buffer): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;
}

function textType(head: Buffer): string | undefined {
  if (head.length === 0 || head.includes(0)) return undefined;
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  const control = [...text].filter((char) => /[\x01-\x08\x0e-\x1a\x1c-\x1f]/.test(char)).length; // eslint-disable-line no-control-regex -- binary data is known by its control characters
  if (control > 2) return undefined;
  if (/^(<!doctype html|<html|<head|<body)/i.test(text)) return 'text/html';
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)) {
    return 'image/svg+xml';
  }
  if (/^(#.*\s+)*(ST|C|N|4)*OFF\b/.test(text)) return 'model/off';
  if (/^solid\b[\s\S]*\bfacet\b/.test(text)) return 'model/stl';
  return 'text/plain';
}
