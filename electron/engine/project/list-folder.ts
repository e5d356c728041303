import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import type { FileListing } from '../../../shared/api/host.ts';
import { isProjectFolder } from './layout.ts';

type Entry = FileListing['entries'][number];

/** Files that can be opened; everything else is left out of a listing. */
const DATA_EXTENSIONS = new Set(['.json', '.jsonl', '.csv', '.zip']);
const NAME_ORDER = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Lists one folder for choosing what to open: folders first, then data files, each by name with
 * numbers in numeric order. Hidden ones are left out, as are entries that cannot be looked at.
 *
 * @param dir  absolute; the home folder when absent
 * @throws AppError 'bad-input' for a relative path, 'not-found', 'unreadable'
 */
export async function listFolder(dir = homedir()): Promise<FileListing> {
  if (!isAbsolute(dir)) {
    throw new AppError('bad-input', `Cannot list a folder: give its whole path. "${dir}"`);
  }
  const folder = resolve(dir);
  const names = await namesIn(folder);
  const entries = await Promise.all(names.map((name) => entryOf(folder, name)));
  const parent = dirname(folder);
  return {
    dir: folder,
    ...(parent === folder ? {} : { parent }),
    entries: entries.filter((entry) => entry !== undefined).sort(byKindThenName),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith('.'));
  } catch (error) {
    throw listingError((error as NodeJS.ErrnoException).code, folder, error); // node:fs throws these
  }
}

function listingError(code: string | undefined, folder: string, cause: unknown): AppError {
  const doing = 'Cannot list the folder:';
  if (code === 'ENOENT') {
    return new AppError('not-found', `${doing} it does not exist. "${folder}"`, { cause });
  }
  if (code === 'ENOTDIR') {
    return new AppError('unreadable', `${doing} it is a file. "${folder}"`, { cause });
  }
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'you may not read it. Ask for the right to, or choose another.'
      : `it cannot be read (${code ?? 'no code'}).`;
  return new AppError('unreadable', `${doing} ${why} "${folder}"`, { cause });
}

async function entryOf(folder: string, name: string): Promise<Entry | undefined> {
  const path = join(folder, name);
  const stats = await stat(path).catch(() => undefined); // a dangling link, or gone meanwhile
  if (stats?.isDirectory()) return { name, path, kind: 'folder', isProject: isProjectFolder(path) };
  if (!stats?.isFile() || !DATA_EXTENSIONS.has(extname(name).toLowerCase())) return undefined;
  return { name, path, kind: 'file', sizeBytes: stats.size, isProject: false };
}

function byKindThenName(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return NAME_ORDER.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
}
