import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { BundleExport } from '../../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { toAppError } from '../../db/errors.ts';
import { PROJECT_FILE } from '../../project/layout.ts';
import { chosenModels } from '../../query/columns.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import { listBundleFiles } from './bundle-files.ts';
import { refuseBundlePlace } from './bundle-place.ts';
import { copyRows } from './copy-rows.ts';
import { BUNDLE_FILE, bundleManifest } from './manifest.ts';
import type { PageSource } from './page-maker.ts';
import { writePage, type WritingOptions } from './write-page.ts';
import { isZipPath } from '../../pack-zip.ts';
import { zipBundle } from './zip-bundle.ts';

/** What a bundle is made from. */
export interface BundleSource extends PageSource {
  /** The project's database. */
  readonly file: string;
}

/** Which instances, whose responses, and where to. */
export interface BundleRequest {
  readonly filter: InstanceFilter;
  /** All when empty. */
  readonly models: readonly string[];
  readonly title: string;
  /** A folder that is not there yet, is empty or holds a bundle; or a file that ends in `.zip`. */
  readonly path: string;
}

/** More would be no review. */
const MOST = 5_000;
const BY_KEY = { by: 'key', descending: false } as const;

/**
 * Writes a folder, or a zip of it, that can be handed on: a page that opens by double click, the media,
 * and a project that Loupe opens for reading. It is there whole or not at all. Lets other calls in between.
 *
 * @param now  Unix time in ms
 * @throws AppError 'bad-input' for a place that must not be written to or a set of none or too many
 *   instances, 'disk-full', 'read-only'
 */
export async function writeBundle(
  source: BundleSource,
  hashOf: FileHasher,
  request: BundleRequest,
  now: number,
  { signal, onProgress }: WritingOptions,
): Promise<BundleExport> {
  const path = resolve(request.path);
  refuseBundlePlace(source.db, source.file, path);
  const models = chosenModels(source.query.columns(), request.models).map(({ name }) => name);
  const keys = chosenKeys(source, request, models);
  const { title } = request;
  const chosen = { keys, models, title, at: new Date(now).toISOString() };
  const part = `${path}.part`;
  const packed = `${path}.packing`;
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    copyRows(source.file, join(part, PROJECT_FILE), chosen);
    const mediaFiles = await writePage(source, hashOf, part, chosen, { signal, onProgress });
    const files = await listBundleFiles(part, signal);
    const about = { title, createdAt: chosen.at, instances: keys.length, models, files };
    const manifest = `${JSON.stringify(bundleManifest(about), undefined, 1)}\n`;
    await writeFile(join(part, BUNDLE_FILE), manifest);
    if (isZipPath(path)) {
      const names = files.map((file) => file.path);
      const name = basename(path).slice(0, -'.zip'.length) || 'bundle';
      await zipBundle(part, names, { path: packed, name, signal });
    }
    await rm(path, { recursive: true, force: true });
    await rename(isZipPath(path) ? packed : part, path);
    const bytes = isZipPath(path)
      ? (await stat(path)).size
      : files.reduce((sum, file) => sum + file.bytes, 0);
    const counts = { instances: keys.length, models: models.length, mediaFiles };
    return { ...counts, files: files.length + 1, bytes };
  } catch (error) {
    throw toAppError(error, { doing: 'write the bundle', path });
  } finally {
    await rm(part, { recursive: true, force: true });
    await rm(packed, { force: true });
  }
}

function chosenKeys(
  { query }: BundleSource,
  { filter, path }: BundleRequest,
  models: readonly string[],
): string[] {
  const columns = query.columns();
  const { indexes } = query.list().slice({ filter, models }, BY_KEY, 0, columns.count);
  if (indexes.length === 0 || indexes.length > MOST) {
    const what = indexes.length === 0 ? 'no instance is' : `${indexes.length} instances are`;
    const why = `${what} chosen. Choose 1 to ${MOST} by a filter`;
    throw new AppError('bad-input', `Cannot write a bundle: ${why}. "${path}"`);
  }
  return Array.from(indexes, (index) => columns.keys[index] ?? '');
}
