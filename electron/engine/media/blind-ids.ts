// Ids of media for people who are not to know whose they are. A usual id holds the file's path, and paths
// are named after models; a blind one is the usual one encrypted by a key of this process. It can be
// turned back without anything being remembered, and means nothing after a restart.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { MediaRegistry } from './registry.ts';

const PREFIX = 'blind~';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const cipherKey = randomBytes(32);
const ivKey = randomBytes(32);

/** The same for the same id, so that a page may keep what it has loaded. */
export function blindId(mediaId: string): string {
  const iv = createHmac('sha256', ivKey).update(mediaId).digest().subarray(0, IV_BYTES);
  const cipher = createCipheriv(CIPHER, cipherKey, iv);
  const hidden = Buffer.concat([cipher.update(mediaId, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
}

export function isBlindId(mediaId: string): boolean {
  return mediaId.startsWith(PREFIX);
}

/** The same registry, answering to blind ids, too. */
export function acceptBlindIds(registry: MediaRegistry): MediaRegistry {
  return {
    ...registry,
    resolve: (mediaId) => registry.resolve(isBlindId(mediaId) ? openId(mediaId) : mediaId),
  };
}

function openId(mediaId: string): string {
  try {
    const bytes = Buffer.from(mediaId.slice(PREFIX.length), 'base64url');
    const decipher = createDecipheriv(CIPHER, cipherKey, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const hidden = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError(
      'path-refused',
      `Refused to open a media file: its id was not given out since the start. Reload. "${mediaId}"`,
      { cause },
    );
  }
}
