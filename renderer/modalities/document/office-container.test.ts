import { expect, test } from 'vitest';
import { docxParts, makeZip } from '../../../tests/builders/make-zip.ts';
import { lockedReason } from './office-container.ts';

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer).buffer;
const ole = (rest: Buffer) =>
  bytesOf(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), rest]));

test('a protected Office file says so, whichever way it is protected', () => {
  const packaged = ole(Buffer.from(`\0\0E EncryptedPackage`, 'utf16le'));
  const zipped = bytesOf(makeZip(docxParts(['a']).map((part) => ({ ...part, isEncrypted: true }))));

  expect(lockedReason(packaged)).toContain('protected by a password');
  expect(lockedReason(zipped)).toContain('protected by a password');
});

test('an old format is told from a protected file', () => {
  expect(lockedReason(ole(Buffer.alloc(512)))).toContain('old Office format');
});

test('a plain file, and one that is empty, gives no reason', () => {
  expect(lockedReason(bytesOf(makeZip(docxParts(['a']))))).toBeUndefined();
  expect(lockedReason(new ArrayBuffer(0))).toBeUndefined();
});
