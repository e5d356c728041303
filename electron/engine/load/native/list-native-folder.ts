import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, sep } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { NativeProblem } from '../../../../shared/model/native.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { walkFolder } from '../walk-folder.ts';
import type { NativeFile, NativeFolder } from './types.ts';

const NATURAL = new Intl.Collator('en', { numeric: true });

/** By number where there are numbers: `2` before `10`. */
export function byName(a: string, b: string): number {
  return NATURAL.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Every file of a native folder but hidden ones. Links that lead out of it are left out and said.
 *
 * @throws AppError 'not-found', 'unreadable'
 */
export async function listNativeFolder(dir: string): Promise<NativeFolder> {
  const real = await realFolder(dir);
  const noticed: Problem[] = [];
  const paths = await walkFolder(dir, noticed);
  const problems: NativeProblem[] = noticed.map(({ severity, file, message }) => ({
    code: 'unreadable',
    severity,
    file,
    message,
  }));
  const files: NativeFile[] = [];
  for (const path of paths) {
    const target = await realpath(path);
    if (target.startsWith(real + sep)) {
      const folder = relative(dir, dirname(path)).split(sep).join('/');
      files.push({ path, folder, name: basename(path), sizeBytes: (await stat(path)).size });
      continue;
    }
    const message = `Left out a file: it is a link that leads out of the folder. "${path}"`;
    problems.push({ code: 'left-out', severity: 'warning', file: path, message });
  }
  files.sort((a, b) => byName(a.folder, b.folder) || byName(a.name, b.name));
  const byFolder = Map.groupBy(files, ({ folder }) => folder);
  return { dir, files, byFolder, problems };
}

async function realFolder(dir: string): Promise<string> {
  try {
    if ((await stat(dir)).isDirectory()) return await realpath(dir);
  } catch (cause) {
    const why = 'it is not there, or you may not read it. Check the path';
    throw new AppError('not-found', `Cannot read the folder: ${why}. "${dir}"`, { cause });
  }
  const why = 'it is a file. Choose the folder that holds the outputs';
  throw new AppError('unreadable', `Cannot read the folder: ${why}. "${dir}"`);
}
