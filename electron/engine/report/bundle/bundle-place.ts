import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import { isImportedFile } from '../../db/files.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { BUNDLE_FILE, readBundleManifest } from './manifest.ts';
import { isZipPath } from '../../pack-zip.ts';

/**
 * Nothing but a bundle is ever replaced; a zip takes the place of a zip.
 *
 * @param file  the project's database
 * @throws AppError 'bad-input'
 */
export function refuseBundlePlace(db: ReadableDb, file: string, path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  const isHome = `${resolve(file)}${sep}`.startsWith(`${path}${sep}`) || isImportedFile(db, path);
  if (!isHome && isFree(path, stats)) return;
  const why = isZipPath(path)
    ? 'something else than a zip is there, or it is part of the project. Choose another name'
    : 'something else is there already. Choose a folder that does not exist yet';
  throw new AppError('bad-input', `Cannot write a bundle: ${why}. "${path}"`);
}

function isFree(path: string, stats: ReturnType<typeof statSync>): boolean {
  if (stats === undefined) return true;
  if (isZipPath(path)) return stats.isFile();
  if (!stats.isDirectory()) return false;
  return readdirSync(path).length === 0 || isBundle(path);
}

function isBundle(path: string): boolean {
  if (!existsSync(join(path, BUNDLE_FILE))) return false;
  try {
    return readBundleManifest(path) !== undefined;
  } catch (error) {
    return error instanceof AppError && error.code !== 'internal'; // a broken or newer one is one, too
  }
}
