import { statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The one file of a project that counts; everything else in its folder can be made again. */
export const PROJECT_FILE = 'loupe.sqlite';

/** Path of a project's database. */
export function projectFile(dir: string): string {
  return join(dir, PROJECT_FILE);
}

/** True for a folder that is a Loupe project. */
export function isProjectFolder(dir: string): boolean {
  return statSync(projectFile(dir), { throwIfNoEntry: false })?.isFile() === true;
}

/** The name of a project that has not been given one. */
export function defaultName(dir: string): string {
  return basename(dir) || 'Project';
}
