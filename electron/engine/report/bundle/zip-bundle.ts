// A bundle as one file. Packed and unpacked as a stream, so that its size is no matter of memory.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../../../shared/api/errors.ts';
import { packZip, type ZipTarget } from '../../pack-zip.ts';
import { checkBundleFiles } from './bundle-files.ts';
import { BUNDLE_FILE, damagedBundle, parseManifest, readBundleManifest } from './manifest.ts';
import type { BundleManifest } from './manifest.ts';

/** Media are packed already: to pack them again costs time and saves nothing. */
const LOOSE = /\.(sqlite|js|json|html|css|txt|csv|md|obj|mtl|off|ply|stl|gltf|svg|wav|bmp)$/i;

/**
 * Packs a bundle's folder into a zip, in a folder of the zip's name.
 *
 * @param files  its paths by `/`; the manifest is added in front of them
 */
export const zipBundle = (dir: string, files: readonly string[], zip: ZipTarget): Promise<void> =>
  packZip(dir, [BUNDLE_FILE, ...files], zip, (file) => ({ compress: LOOSE.test(file) }));

/**
 * Unpacks a zipped bundle and looks whether all of it is what it was. It goes into the app's own folder,
 * where it stays: the same zip opens at once again.
 *
 * @returns the folder of the bundle
 * @throws AppError 'unreadable' for a file that is no zip, 'bad-input' for a zip of something else,
 *   'project-damaged', 'project-newer'
 */
export async function unpackBundle(path: string, dataDir: string): Promise<string> {
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip, path);
    const manifest = await readManifest(zip, entries, path);
    const home = join(dataDir, 'bundles', await nameOf(path));
    if (await isWhole(home)) return home;
    await rm(home, { recursive: true, force: true });
    const part = `${home}.part`;
    await rm(part, { recursive: true, force: true });
    try {
      await unpack(zip, entries, manifest, part, path);
      await checkBundleFiles(part, manifest.parsed, path);
      await rename(part, home);
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
    return home;
  } finally {
    zip.close();
  }
}

/** True for what was unpacked before and is still as it was. */
async function isWhole(home: string): Promise<boolean> {
  try {
    const manifest = readBundleManifest(home);
    if (manifest === undefined) return false;
    await checkBundleFiles(home, manifest);
    return true;
  } catch {
    return false; // it is unpacked anew
  }
}

interface FoundManifest {
  /** Of the folder inside the zip, with its slash; `''` when there is none. */
  readonly prefix: string;
  readonly text: string;
  readonly parsed: BundleManifest;
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    // names that lead out of the folder are refused by the library, sizes that lie as well
    return await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw broken(error, path);
  }
}

async function listEntries(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    throw broken(error, path);
  }
  return entries;
}

async function readManifest(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  path: string,
): Promise<FoundManifest> {
  const name = [...entries.keys()].find(
    (each) =>
      each === BUNDLE_FILE || (each.endsWith(`/${BUNDLE_FILE}`) && each.split('/').length === 2),
  );
  const entry = name === undefined ? undefined : entries.get(name);
  if (name === undefined || entry === undefined) {
    const todo = 'Choose a zip that Loupe wrote, or the folder of a project.';
    throw new AppError(
      'bad-input',
      `Cannot open the zip: there is no review bundle in it. ${todo} "${path}"`,
    );
  }
  const text = await readEntry(zip, entry, path, readAll);
  return { prefix: name.slice(0, -BUNDLE_FILE.length), text, parsed: parseManifest(text, path) };
}

/** Only what the manifest names, up to the size that it says. */
async function unpack(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { prefix, text, parsed }: FoundManifest,
  into: string,
  path: string,
): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const { path: file, bytes } of parsed.files) {
    const entry = entries.get(`${prefix}${file}`);
    if (entry?.uncompressedSize !== bytes) {
      throw damagedBundle(`its file "${file}" is missing or cut short`, path);
    }
    const target = join(into, file);
    await mkdir(dirname(target), { recursive: true });
    await readEntry(zip, entry, path, (stream) => pipeline(stream, createWriteStream(target)));
  }
  await pipeline([text], createWriteStream(join(into, BUNDLE_FILE)));
}

async function readEntry<T>(
  zip: ZipFile,
  entry: Entry,
  path: string,
  read: (stream: NodeJS.ReadableStream) => Promise<T>,
): Promise<T> {
  try {
    return await read(await zip.openReadStreamPromise(entry));
  } catch (error) {
    throw broken(error, path);
  }
}

function broken(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new AppError('not-found', `Cannot open the zip: it is not there. "${path}"`);
  }
  if (/^E[A-Z]+$/.test(code)) {
    return new AppError('unreadable', `Cannot open the zip: the system says ${code}. "${path}"`);
  }
  const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return damagedBundle(`the zip is cut off or damaged (${why})`, path);
}

/** Another state of the file is another bundle. */
async function nameOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer); // as of any stream
  const { size } = await stat(path);
  return `${basename(path, '.zip')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 40)}-${hash.digest('hex').slice(0, 16)}-${size}`;
}
