import { SqliteError } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';

/** What the user has to know of the database that an error came from. */
export interface DbErrorContext {
  /** What was being done, e.g. `write to the project`. */
  readonly doing: string;
  readonly path: string;
}

/**
 * An error of SQLite or of the file system as an `AppError` with a message for people.
 *
 * @returns the error itself when it is neither, or already an `AppError`: a bug stays a bug
 */
export function toAppError(error: unknown, { doing, path }: DbErrorContext): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const known = code === undefined ? undefined : explain(code);
  if (known === undefined) return error;
  return new AppError(known.code, `Cannot ${doing}: ${known.why}. "${path}"`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof SqliteError) return error.code;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function explain(code: string): { code: AppError['code']; why: string } | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') {
    return {
      code: 'disk-full',
      why: 'the disk is full. Free some space and try again; what was saved before is kept',
    };
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || /READONLY|PERM/.test(code)) {
    return {
      code: 'read-only',
      why: 'the folder cannot be written to. Choose another folder, or give yourself write access',
    };
  }
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) {
    return {
      code: 'project-damaged',
      why: 'its database is damaged. Restore a copy, or make a new project and import again',
    };
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return { code: 'busy', why: 'another program is writing to it. Close that and try again' };
  }
  if (code === 'ENOENT') {
    return { code: 'not-found', why: 'the folder is not there. Check the path' };
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'SQLITE_CANTOPEN') {
    return { code: 'unreadable', why: 'this is not a folder that can be opened' };
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return { code: 'unreadable', why: `the disk reports an error (${code}). Check the disk` };
  }
  return undefined;
}
