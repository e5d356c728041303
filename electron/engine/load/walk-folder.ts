import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Dirent } from 'node:fs';
import type { Problem } from '../../../shared/model/problem.ts';
import { describeReadError } from './read-error.ts';

/**
 * Paths of all files below a folder. Hidden ones are left out; a real folder is visited once, by
 * whichever way comes first; a link back to a folder on its own way is a loop and is reported.
 */
export async function walkFolder(folder: string, problems: Problem[]): Promise<string[]> {
  const files = new Set<string>();
  const visited = new Set<string>();
  await walk(folder, [], { files, visited, problems });
  return [...files];
}

interface Walk {
  readonly files: Set<string>;
  readonly visited: Set<string>;
  readonly problems: Problem[];
}

async function walk(folder: string, above: readonly string[], state: Walk): Promise<void> {
  let entries: Dirent[];
  let real: string;
  try {
    real = await realpath(folder);
    if (above.some((ancestor) => ancestor === real)) {
      state.problems.push(loopProblem(folder, real));
      return;
    }
    if (state.visited.has(real)) return;
    state.visited.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    state.problems.push(describeReadError(folder, error, 'folder'));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const links = entries.filter((entry) => entry.isSymbolicLink());
  // real folders first, so that a link to one of them does not take its place
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) state.files.add(path);
    else if (entry.isDirectory()) await walk(path, [...above, real], state);
  }
  for (const { name } of links)
    if (!name.startsWith('.')) await followLink(join(folder, name), [...above, real], state);
}

async function followLink(path: string, above: readonly string[], state: Walk): Promise<void> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) {
      await walk(path, above, state);
      return;
    }
    const real = await realpath(path);
    if (!target.isFile() || state.visited.has(real)) return;
    state.visited.add(real);
    if (!state.files.has(real)) state.files.add(path);
  } catch (error) {
    state.problems.push(describeReadError(path, error));
  }
}

function loopProblem(path: string, target: string): Problem {
  return {
    code: 'symlink-loop',
    severity: 'warning',
    file: path,
    message: `Did not follow a symbolic link: it leads back to "${target.split(sep).at(-1) ?? ''}", a folder above it. Remove it. "${path}"`,
  };
}
