import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Packed already. */
const DENSE = /\.(png|jpe?g|webp|gif|mp3|flac|ogg|m4a|mp4|webm|mov|pdf|docx|xlsx|pptx|zip|gz)$/i;
/** Of every entry, so that the same files give the same zip; the first that a zip can say. */
const TIME = new Date(1980, 0, 1);

/**
 * Packs a folder's files into a zip, in a folder of the zip's own name: what is unpacked stays together.
 *
 * @param zip  where it goes; `name` is that of the folder in it
 */
export async function zipFolder(
  dir: string,
  zip: { readonly path: string; readonly name: string },
  signal: AbortSignal,
): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const packer = new ZipFile();
  const done = pipeline(packer.outputStream, createWriteStream(zip.path), { signal });
  for (const file of files) {
    const name = relative(dir, file).split(sep).join('/');
    const options = { compress: !DENSE.test(name), mtime: TIME, mode: 0o100644 };
    packer.addFile(file, `${zip.name}/${name}`, options);
  }
  packer.end();
  await done;
}
