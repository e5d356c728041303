import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../../shared/api/errors.ts';
import { parseJson } from '../../parse-json.ts';

/** The file that makes a folder a review bundle. */
export const BUNDLE_FILE = 'bundle.json';
const FORMAT = 'unim-loupe-bundle';
/** Raised when older programs could not read it any more. */
export const BUNDLE_VERSION = 1;
/** Stands in a bundle's database for the folder that it will be opened from. */
export const BUNDLE_HOME = '/unim-loupe-bundle';

/** One of a bundle's files; `sha256` in hex. */
const BundleFile = z.object({
  // never out of the folder, on any system
  path: z.string().regex(/^(?!\/|[a-zA-Z]:)(?!(.*\/)?\.{1,2}(\/|$))[^\\\0]+$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BundleFile = z.infer<typeof BundleFile>;

/** What a bundle says of itself; its files are listed last, so that a bundle cut short is told. */
export const BundleManifest = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  title: z.string(),
  createdAt: z.iso.datetime(),
  instances: z.int().min(0),
  models: z.array(z.string()),
  /** Every other file of the bundle, path by `/`, below its folder. */
  files: z.array(BundleFile),
});
export type BundleManifest = z.infer<typeof BundleManifest>;

/** @returns the manifest as it is written */
export const bundleManifest = (
  parts: Omit<BundleManifest, 'format' | 'version'>,
): BundleManifest => ({ format: FORMAT, version: BUNDLE_VERSION, ...parts });

const Version = z.object({ format: z.literal(FORMAT), version: z.int() });

/**
 * Reads what a bundle says of itself.
 *
 * @param text  of its manifest
 * @param place  of the bundle, for messages
 * @throws AppError 'project-newer'; 'project-damaged' where it cannot be read
 */
export function parseManifest(text: string, place: string): BundleManifest {
  const given = parseJson(text);
  const version = Version.safeParse(given);
  if (version.success && version.data.version > BUNDLE_VERSION) {
    throw new AppError(
      'project-newer',
      `Cannot open the bundle: a newer version of Loupe wrote it (format ${version.data.version}, ` +
        `this one knows up to ${BUNDLE_VERSION}). Install the newer version. "${place}"`,
    );
  }
  const parsed = BundleManifest.safeParse(given);
  if (parsed.success) return parsed.data;
  throw damagedBundle(`"${BUNDLE_FILE}" cannot be read`, place);
}

/** The manifest of a folder; undefined for one that is no bundle. @throws as {@link parseManifest} */
export function readBundleManifest(dir: string): BundleManifest | undefined {
  const path = join(dir, BUNDLE_FILE);
  return existsSync(path) ? parseManifest(readFileSync(path, 'utf8'), dir) : undefined;
}

/** What is said of a bundle that is not whole. */
export function damagedBundle(what: string, place: string): AppError {
  const todo = 'Copy or unpack it again, whole.';
  return new AppError('project-damaged', `Cannot open the bundle: ${what}. ${todo} "${place}"`);
}
