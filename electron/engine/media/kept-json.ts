// Answers that took long, kept on disk: one JSON file each, named after what was asked of which file.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/** File of an answer; anything else among the parts is another name. */
export function keptFile(dir: string, parts: readonly (string | number)[]): string {
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return join(dir, `${key.slice(0, 32)}.json`);
}

/** @returns undefined when it is not there, or is not what was written */
export async function loadKept<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return undefined; // a cache that is absent or damaged is made again
  }
}

/** @returns false when the folder cannot be written; the answer is then made again next time */
export async function saveKept(file: string, answer: unknown): Promise<boolean> {
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(answer));
    await rename(`${file}.new`, file);
    return true;
  } catch {
    return false; // e.g. a read-only project: the cache is only a convenience
  }
}
