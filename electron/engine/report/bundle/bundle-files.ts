// The files of a bundle, told by their hashes when it is written and looked at when it is opened.
import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import PQueue from 'p-queue';
import { damagedBundle, type BundleFile, type BundleManifest } from './manifest.ts';

const AT_ONCE = 4;
/** Larger files are read in pieces. */
const WHOLE_BYTES = 8 << 20;

/** All files below a folder, by path. */
export async function listBundleFiles(dir: string, signal: AbortSignal): Promise<BundleFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const queue = new PQueue({ concurrency: AT_ONCE });
  const files = await queue.addAll(
    entries
      .filter((each) => each.isFile())
      .map((entry) => async (): Promise<BundleFile> => {
        signal.throwIfAborted();
        const full = join(entry.parentPath, entry.name);
        const path = relative(dir, full).split(sep).join('/');
        const { size } = await stat(full);
        return { path, bytes: size, sha256: await hashFile(full, size) };
      }),
  );
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
  const queue = new PQueue({ concurrency: AT_ONCE });
  const hashes = await queue.addAll(
    files.map(
      ({ path, bytes }) =>
        () =>
          hashFile(join(dir, path), bytes),
    ),
  );
  const changed = files.filter(({ sha256 }, at) => hashes[at] !== sha256).map(({ path }) => path);
  if (changed[0] === undefined) return;
  const what = `${changed.length} of its ${files.length} files are not what they were`;
  throw damagedBundle(`${what}, the first is "${changed[0]}"`, place);
}

async function hashFile(path: string, bytes: number): Promise<string> {
  if (bytes <= WHOLE_BYTES) return hash('sha256', await readFile(path), 'hex');
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path)) {
    sum.update(chunk as Buffer); // what a stream without an encoding gives
  }
  return sum.digest('hex');
}
