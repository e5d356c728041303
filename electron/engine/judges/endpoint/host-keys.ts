// Keys come from the host and are looked up at the moment of a request. Nothing here keeps one.
import type { EndpointSettings, KeyPlace } from '../../../../shared/model/endpoint.ts';
import type { KeyRing } from '../define.ts';

type KeyNames = Pick<EndpointSettings, 'apiKeyEnv' | 'apiKeyStored'>;

/** Keys that are kept encrypted by the system. */
export interface KeyStore {
  /** @throws AppError 'unreadable' when it is there and cannot be decrypted */
  readonly find: (name: string) => string | undefined;
  readonly list: () => string[];
  /**
   * Takes a key from the clipboard, so that it never passes through the page.
   *
   * @throws AppError 'bad-input' when the clipboard holds no key, 'unsupported', 'disk-full'
   */
  readonly saveFromClipboard: (name: string) => void | Promise<void>;
  /** @throws AppError 'not-found' */
  readonly remove: (name: string) => void;
}

/** What a host knows of keys. */
export interface HostKeys extends KeyRing {
  readonly locate: (settings: KeyNames) => KeyPlace;
  /** Environment variables that are set and whose name sounds like a key. */
  readonly listEnvironment: () => string[];
  /** Absent where the host has no store that encrypts. */
  readonly store?: KeyStore;
}

const SOUNDS_LIKE_A_KEY = /(^|_)(API_?KEY|KEY|TOKEN)$/i;

/**
 * Keys of the environment, then of a store: the environment is what a person sets for this one start.
 *
 * @param env  as of the process
 */
export function createEnvironmentKeys(
  env: Readonly<Record<string, string | undefined>>,
  store?: KeyStore,
): HostKeys {
  const inEnvironment = ({ apiKeyEnv }: KeyNames) =>
    apiKeyEnv === undefined ? undefined : env[apiKeyEnv]?.trim() || undefined;
  const inStore = ({ apiKeyStored }: KeyNames) =>
    apiKeyStored === undefined ? undefined : store?.find(apiKeyStored);
  return {
    find: (names) => inEnvironment(names) ?? inStore(names),
    locate(names) {
      if (inEnvironment(names) !== undefined) return { from: 'env', isThere: true };
      if (names.apiKeyStored !== undefined) {
        return { from: 'keyStore', isThere: store?.list().includes(names.apiKeyStored) ?? false };
      }
      return { from: names.apiKeyEnv === undefined ? 'none' : 'env', isThere: false };
    },
    listEnvironment: () =>
      Object.keys(env)
        .filter((name) => SOUNDS_LIKE_A_KEY.test(name) && env[name] !== '')
        .sort(),
    ...(store === undefined ? {} : { store }),
  };
}

/** A host without keys. */
export const NO_KEYS: HostKeys = createEnvironmentKeys({});
