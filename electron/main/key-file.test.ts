import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../tests/builders/folders.ts';
import { createEnvironmentKeys } from '../engine/index.ts';
import { createKeyFile, type Vault } from './key-file.ts';

const KEY = 'sk-proj-0123456789-abcdef';

/** AES-GCM under a secret of this vault's own: another vault cannot read it. */
function makeVault(): Vault {
  const secret = randomBytes(32);
  return {
    encrypt(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decrypt(bytes) {
      const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    },
  };
}

function setUp(copied: string, vault = makeVault()) {
  const file = join(makeFolder(), 'app', 'keys.json');
  const held = { text: copied };
  const clipboard = { read: () => Promise.resolve(held.text), clear: () => void (held.text = '') };
  return { file, held, vault, clipboard, store: createKeyFile(file, vault, clipboard) };
}

test('a key comes from the clipboard, which is emptied, and is found again', async () => {
  const { store, held, file, vault, clipboard } = setUp(` ${KEY}\n`);

  await store.saveFromClipboard('Of the lab');

  expect(held.text).toBe('');
  expect(store.list()).toEqual(['Of the lab']);
  expect(createKeyFile(file, vault, clipboard).find('Of the lab')).toBe(KEY);
});

test('the file holds no key and is for its owner alone', async () => {
  const { store, file } = setUp(KEY);

  await store.saveFromClipboard('Of the lab');

  const text = readFileSync(file, 'utf8');
  for (const encoding of ['utf8', 'base64', 'hex'] as const) {
    expect(text).not.toContain(Buffer.from(KEY).toString(encoding).slice(0, 16));
  }
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(['', 'short', 'two words of it', 'line\nbreak-in-it', 'schlüssel-mit-umlaut'])(
  'a clipboard without a key is refused, not quoted and not emptied: %j',
  async (copied) => {
    const { store, held } = setUp(copied);

    const refusal = await Promise.resolve(store.saveFromClipboard('Of the lab')).catch(String);

    expect(refusal).toMatch(/^AppError: Cannot keep a key as "Of the lab"/);
    if (copied !== '') expect(refusal).not.toContain(copied);
    expect(held.text).toBe(copied);
    expect(store.list()).toEqual([]);
  },
);

test('a key that is removed is gone, and removing it again is an error', async () => {
  const { store } = setUp(KEY);
  await store.saveFromClipboard('Of the lab');

  store.remove('Of the lab');

  expect(store.find('Of the lab')).toBeUndefined();
  expect(() => store.remove('Of the lab')).toThrow(/there is none/);
});

test('a key of another account is said to be so, and is listed all the same', async () => {
  const { store, file, clipboard } = setUp(KEY);
  await store.saveFromClipboard('Of the lab');

  const foreign = createKeyFile(file, makeVault(), clipboard);

  expect(foreign.list()).toEqual(['Of the lab']);
  expect(() => foreign.find('Of the lab')).toThrow(/stored by another account/);
});

test('a damaged file is not taken for an empty one', async () => {
  const { store, held, file } = setUp(KEY);
  await store.saveFromClipboard('Of the lab');
  writeFileSync(file, '{"version": 1, "keys": {"a": 7}}');
  held.text = KEY;

  await expect(store.saveFromClipboard('Another')).rejects.toThrow(/the file is damaged/);
  expect(held.text).toBe(KEY);
});

test('the environment goes before the store', async () => {
  const { store } = setUp(KEY);
  await store.saveFromClipboard('Of the lab');
  const both = { apiKeyEnv: 'LAB_KEY', apiKeyStored: 'Of the lab' };

  const set = createEnvironmentKeys({ LAB_KEY: 'from-env', HOME: '/', MONKEY: 'x' }, store);
  const unset = createEnvironmentKeys({ LAB_KEY: '' }, store);

  expect(set.find(both)).toBe('from-env');
  expect(set.locate(both)).toEqual({ from: 'env', isThere: true });
  expect(set.listEnvironment()).toEqual(['LAB_KEY']);
  expect(unset.find(both)).toBe(KEY);
  expect(unset.locate(both)).toEqual({ from: 'keyStore', isThere: true });
  expect(unset.locate({ apiKeyEnv: 'LAB_KEY' })).toEqual({ from: 'env', isThere: false });
  expect(unset.locate({})).toEqual({ from: 'none', isThere: false });
  expect(unset.listEnvironment()).toEqual([]);
});
