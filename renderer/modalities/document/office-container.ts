// What can be said of an Office file that is no plain zip: Word and Excel put a protected one into the
// container of their old formats, other programs encrypt the zip's entries.

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
const LOCAL_HEADER = 0x04034b50;

/**
 * Why an Office file cannot be read, seen from its first bytes.
 *
 * @returns undefined when it may well be readable
 */
export function lockedReason(bytes: ArrayBuffer): string | undefined {
  const all = new Uint8Array(bytes);
  if (OLE.every((byte, at) => all[at] === byte)) {
    return includes(all, ENCRYPTED)
      ? 'It is protected by a password. Save it without one to see it here.'
      : 'It is in an old Office format. Save it as DOCX or XLSX to see it here.';
  }
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const isEncrypted = (view.getUint16(6, true) & 1) === 1;
  return isEncrypted ? 'It is protected by a password: its parts are encrypted.' : undefined;
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
