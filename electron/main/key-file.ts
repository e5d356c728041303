// Keys in a file, each encrypted by the system. Knows no Electron, so that it can be tested; what
// encrypts, and where a key is taken from, is handed in by `secrets.ts`.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import type { KeyStore } from '../engine/index.ts';

/** What encrypts, bound to the person who is logged in. */
export interface Vault {
  readonly encrypt: (text: string) => Buffer;
  /** @throws when it was encrypted by another person or on another machine */
  readonly decrypt: (bytes: Buffer) => string;
}

export interface Clipboard {
  readonly read: () => Promise<string>;
  readonly clear: () => void | Promise<void>;
}

const Stored = z.object({
  version: z.literal(1),
  /** Encrypted, base64, by name. */
  keys: z.record(z.string(), z.base64()),
});

/** What a key looks like: one word of printable ASCII. */
const KEY = /^[\x21-\x7e]{8,4096}$/;

/** @param file  made when a key is saved for the first time */
export function createKeyFile(file: string, vault: Vault, clipboard: Clipboard): KeyStore {
  const read = () => readStored(file);
  return {
    list: () => [...read().keys()].sort(),
    find(name) {
      const stored = read().get(name);
      if (stored === undefined) return undefined;
      try {
        return vault.decrypt(Buffer.from(stored, 'base64'));
      } catch {
        // the system's error may quote what it could not read
        throw new AppError(
          'unreadable',
          `Cannot use the key "${name}": it was stored by another account or on another machine. Save it anew.`,
        );
      }
    },
    async saveFromClipboard(name) {
      const key = (await clipboard.read()).trim();
      if (!KEY.test(key)) {
        throw new AppError(
          'bad-input',
          `Cannot keep a key as "${name}": what the clipboard holds is none (one word of 8 or more letters). Copy the key and try again.`,
        );
      }
      const encrypted = vault.encrypt(key).toString('base64');
      write(file, new Map([...read(), [name, encrypted]]));
      await clipboard.clear();
    },
    remove(name) {
      const keys = read();
      if (!keys.delete(name)) {
        throw new AppError('not-found', `Cannot remove the key "${name}": there is none.`);
      }
      write(file, keys);
    },
  };
}

function readStored(file: string): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map(); // none was saved yet
    throw new AppError('unreadable', `Cannot read the stored keys: "${file}"`, { cause: error });
  }
  try {
    return new Map(Object.entries(Stored.parse(JSON.parse(text)).keys));
  } catch {
    throw new AppError(
      'unreadable',
      `Cannot read the stored keys: the file is damaged. Remove it and save the keys anew. "${file}"`,
    );
  }
}

function write(file: string, keys: ReadonlyMap<string, string>): void {
  const stored = { version: 1, keys: Object.fromEntries(keys) };
  const draft = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(stored, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    throw new AppError('read-only', `Cannot save keys: the file cannot be written. "${file}"`, {
      cause: error,
    });
  }
}
