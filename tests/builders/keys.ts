import { AppError } from '../../shared/api/errors.ts';
import { createEnvironmentKeys, type HostKeys } from '../../electron/engine/index.ts';

/** Keys as a desktop has them: of an environment, and of a store that lives as long as the test. */
export function createTestKeys(
  environment: Record<string, string>,
  stored: Record<string, string> = {},
): HostKeys {
  const keys = new Map(Object.entries(stored));
  return createEnvironmentKeys(environment, {
    find: (name) => keys.get(name),
    list: () => [...keys.keys()].sort(),
    saveFromClipboard: (name) => void keys.set(name, 'from-the-clipboard'),
    remove(name) {
      if (!keys.delete(name)) throw new AppError('not-found', `There is no key "${name}".`);
    },
  });
}
