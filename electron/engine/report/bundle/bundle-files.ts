// The files of a bundle, told by their hashes when it is written and looked at when it is opened.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { damagedBundle, type BundleFile, type BundleManifest } from './manifest.ts';

/** All files below a folder, by path. */
export async function listBundleFiles(dir: string, signal: AbortSignal): Promise<BundleFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files: BundleFile[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    signal.throwIfAborted();
    const full = join(entry.parentPath, entry.name);
    const path = relative(dir, full).split(sep).join('/');
    files.push({ path, bytes: (await stat(full)).size, sha256: await hashFile(full) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Looks whether all files of a bundle are there and are what they were.
 *
 * @param place  what a message calls the bundle
 * @throws AppError 'project-damaged', which names the first that is not
 */
export async function checkBundleFiles(
  dir: string,
  { files }: BundleManifest,
  place = dir,
): Promise<void> {
  const cut: string[] = [];
  for (const { path, bytes } of files) {
    const stats = await stat(join(dir, path)).catch(() => undefined); // missing: that is the answer
    if (stats?.size !== bytes) cut.push(path);
  }
  if (cut[0] !== undefined) {
    const what = `${cut.length} of its ${files.length} files are missing or cut short`;
    throw damagedBundle(`${what}, the first is "${cut[0]}"`, place);
  }
  const changed: string[] = [];
  for (const { path, sha256 } of files) {
    if ((await hashFile(join(dir, path))) !== sha256) changed.push(path);
  }
  if (changed[0] === undefined) return;
  const what = `${changed.length} of its ${files.length} files are not what they were`;
  throw damagedBundle(`${what}, the first is "${changed[0]}"`, place);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer); // what a stream without an encoding gives
  }
  return hash.digest('hex');
}
