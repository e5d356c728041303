import type { Problem } from '../../../shared/model/problem.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied. Allow reading it and try again',
  EPERM: 'the system does not permit it. Allow reading it and try again',
  ENOENT: 'it is not there. Check the path',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path',
  EISDIR: 'it is a folder. Choose a file',
  ELOOP: 'its symbolic links lead in a circle. Remove one of them',
  EMFILE: 'too many files are open. Close some and try again',
  EIO: 'the disk reports a read error. Check the disk',
};

/** A file or folder that cannot be read, as a problem for people. */
export function describeReadError(
  path: string,
  error: unknown,
  what: 'file' | 'folder' = 'file',
): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return {
    code:
      code === 'ELOOP' ? 'symlink-loop' : what === 'file' ? 'unreadable-file' : 'unreadable-folder',
    severity: 'error',
    file: path,
    message: `Cannot read the ${what}: ${reason}. "${path}"`,
  };
}
