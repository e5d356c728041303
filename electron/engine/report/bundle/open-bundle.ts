import { join } from 'node:path';
import { openReadOnly, type OpenedDb } from '../../db/open.ts';
import { rebasePaths } from '../../db/rebase-paths.ts';
import { PROJECT_FILE } from '../../project/layout.ts';
import { checkBundleFiles } from './bundle-files.ts';
import { BUNDLE_HOME, readBundleManifest } from './manifest.ts';

/** Opens the project inside a bundle, for reading, with its media where the bundle lies now. */
export function openBundle(dir: string): OpenedDb {
  return openReadOnly(join(dir, PROJECT_FILE), (db) => rebasePaths(db, BUNDLE_HOME, dir));
}

/**
 * Looks whether a folder that is a bundle is whole; says nothing of any other.
 *
 * @throws AppError 'project-newer', 'project-damaged'
 */
export async function checkBundle(dir: string): Promise<void> {
  const manifest = readBundleManifest(dir);
  if (manifest !== undefined) await checkBundleFiles(dir, manifest);
}
