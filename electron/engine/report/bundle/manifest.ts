import { existsSync, readFileSync, statSync } from 'node:fs';
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

/** What a bundle says of itself; its files are listed last, so that a bundle cut short is told. */
export const BundleManifest = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  title: z.string(),
  createdAt: z.iso.datetime(),
  instances: z.int().min(0),
  models: z.array(z.string()),
  /** Every other file of the bundle, path by `/`, below its folder. */
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0) })),
});
export type BundleManifest = z.infer<typeof BundleManifest>;

/** @returns the manifest as it is written */
export const bundleManifest = (
  parts: Omit<BundleManifest, 'format' | 'version'>,
): BundleManifest => ({ format: FORMAT, version: BUNDLE_VERSION, ...parts });

const Version = z.object({ format: z.literal(FORMAT), version: z.int() });

/**
 * Reads what a folder says of itself and looks whether all of it is there.
 *
 * @returns undefined for a folder that is no bundle
 * @throws AppError 'project-newer'; 'project-damaged' where files are missing or cut short
 */
export function readBundleManifest(dir: string): BundleManifest | undefined {
  const path = join(dir, BUNDLE_FILE);
  if (!existsSync(path)) return undefined;
  const given = parseJson(readFileSync(path, 'utf8'));
  const version = Version.safeParse(given);
  if (version.success && version.data.version > BUNDLE_VERSION) {
    throw new AppError(
      'project-newer',
      `Cannot open the bundle: a newer version of Loupe wrote it (format ${version.data.version}, ` +
        `this one knows up to ${BUNDLE_VERSION}). Install the newer version. "${dir}"`,
    );
  }
  const parsed = BundleManifest.safeParse(given);
  if (!parsed.success) throw damaged(`"${BUNDLE_FILE}" cannot be read`, dir);
  const broken = parsed.data.files.filter(
    ({ path: file, bytes }) => statSync(join(dir, file), { throwIfNoEntry: false })?.size !== bytes,
  );
  const [first] = broken;
  if (first === undefined) return parsed.data;
  const what = `${broken.length} of its ${parsed.data.files.length} files are missing or cut short`;
  throw damaged(`${what}, the first is "${first.path}"`, dir);
}

function damaged(what: string, dir: string): AppError {
  const todo = 'Copy or unpack it again, whole.';
  return new AppError('project-damaged', `Cannot open the bundle: ${what}. ${todo} "${dir}"`);
}
