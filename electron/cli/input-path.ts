import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';

/**
 * The whole path of a file or folder that was given as an argument. A mistyped one ends the command;
 * it must not pass for a dataset that holds nothing.
 *
 * @throws AppError 'not-found'
 */
export function inputPath(given: string, doing: string): string {
  const path = resolve(given);
  if (existsSync(path)) return path;
  throw new AppError('not-found', `Cannot ${doing}: there is no such file or folder. "${given}"`);
}
