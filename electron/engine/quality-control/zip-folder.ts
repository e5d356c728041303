import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { packZip, type ZipTarget } from '../pack-zip.ts';

/** Packed already. */
const DENSE = /\.(png|jpe?g|webp|gif|mp3|flac|ogg|m4a|mp4|webm|mov|pdf|docx|xlsx|pptx|zip|gz)$/i;
/** Of every entry, so that the same files give the same zip; the first that a zip can say. */
const TIME = new Date(1980, 0, 1);

/** Packs all files of a folder into a zip; the same files give the same bytes. */
export async function zipFolder(dir: string, zip: ZipTarget): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => relative(dir, file).split(sep).join('/'));
  await packZip(dir, files, zip, (file) => ({
    compress: !DENSE.test(file),
    mtime: TIME,
    mode: 0o100644,
  }));
}
