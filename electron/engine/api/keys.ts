import { AppError } from '../../../shared/api/errors.ts';
import type { KeyStore } from '../judges/endpoint/host-keys.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `keys.*`: names only, never a key. */
export function createKeyHandlers(workspace: Workspace): HandlersOf<'keys'> {
  const { listEnvironment, store } = workspace.options.keys;
  return {
    'keys.list': () => ({
      environment: listEnvironment(),
      stored: store?.list() ?? [],
      canStore: store !== undefined,
    }),
    'keys.saveFromClipboard': async ({ name }) => {
      await required(store).saveFromClipboard(name);
      workspace.emit('settings.changed', {});
      return {};
    },
    'keys.remove': ({ name }) => {
      required(store).remove(name);
      workspace.emit('settings.changed', {});
      return {};
    },
  };
}

function required(store: KeyStore | undefined): KeyStore {
  if (store !== undefined) return store;
  throw new AppError(
    'unsupported',
    'Cannot keep keys: there is no key store here that encrypts them. Set an environment variable ' +
      'and give its name.',
  );
}
