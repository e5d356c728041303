import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile, type Options } from 'yazl';

/** True for a path that names a zip. */
export const isZipPath = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/** Where files are packed to. */
export interface ZipTarget {
  readonly path: string;
  /** Of the folder in the zip: what is unpacked stays together. */
  readonly name: string;
  readonly signal: AbortSignal;
}

/**
 * Packs files of a folder into a zip, as a stream.
 *
 * @param files  their paths in the folder, by `/`
 */
export async function packZip(
  dir: string,
  files: readonly string[],
  { path, name, signal }: ZipTarget,
  optionsOf: (file: string) => Partial<Options>,
): Promise<void> {
  const packer = new ZipFile();
  const done = pipeline(packer.outputStream, createWriteStream(path), { signal });
  for (const file of files) packer.addFile(join(dir, file), `${name}/${file}`, optionsOf(file));
  packer.end();
  await done;
}
