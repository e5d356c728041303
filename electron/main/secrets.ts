import { clipboard, safeStorage } from 'electron';
import type { KeyStore } from '../engine/index.ts';
import { createKeyFile } from './key-file.ts';

/**
 * The system's key store: Keychain, DPAPI, or the desktop's secret service. Call it once the app is ready.
 *
 * @param file  where the encrypted keys lie
 * @returns undefined where the system would keep them readable for everybody
 */
export function createSystemKeyStore(file: string): KeyStore | undefined {
  if (!doesEncrypt()) return undefined;
  return createKeyFile(
    file,
    {
      encrypt: (text) => safeStorage.encryptString(text),
      decrypt: (bytes) => safeStorage.decryptString(bytes),
    },
    { read: () => clipboard.readText(), clear: emptyClipboards },
  );
}

function doesEncrypt(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  // without a secret service Linux "encrypts" with a password that stands in Chromium's source
  if (process.platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/** Linux has a second one, of what is selected. */
function emptyClipboards(): void {
  clipboard.clear();
  if (process.platform === 'linux') clipboard.selection.clear();
}
