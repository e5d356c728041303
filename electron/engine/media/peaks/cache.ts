import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../../../shared/api/contract.ts';
import type { Peaks } from './decode.ts';

const Stored = contract['media.peaks'].output;

/** File of a waveform; another file, size, time or number of bins is another name. */
export function peaksFile(
  dir: string,
  of: { path: string; sizeBytes: number; mtimeMs: number; bins: number },
): string {
  const key = createHash('sha256')
    .update(JSON.stringify([of.path, of.sizeBytes, of.mtimeMs, of.bins]))
    .digest('hex');
  return join(dir, `${key.slice(0, 32)}.json`);
}

/** @returns undefined when it is not there, or is not what was written */
export async function loadPeaks(file: string): Promise<Peaks | undefined> {
  try {
    return Stored.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return undefined; // a cache that is absent or damaged is made again
  }
}

/** @returns false when the folder cannot be written; the waveform is then decoded again next time */
export async function savePeaks(file: string, peaks: Peaks): Promise<boolean> {
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(peaks));
    await rename(`${file}.new`, file);
    return true;
  } catch {
    return false; // e.g. a read-only project: the cache is only a convenience
  }
}
