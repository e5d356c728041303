import { join } from 'node:path';
import { openReadOnly, type OpenedDb } from '../../db/open.ts';
import { rebasePaths } from '../../db/rebase-paths.ts';
import { PROJECT_FILE } from '../../project/layout.ts';
import { BUNDLE_HOME } from './manifest.ts';

/** Opens the project inside a bundle, for reading, with its media where the bundle lies now. */
export function openBundle(dir: string): OpenedDb {
  return openReadOnly(join(dir, PROJECT_FILE), (db) => rebasePaths(db, BUNDLE_HOME, dir));
}
