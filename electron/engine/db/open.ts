import { existsSync, copyFileSync, mkdtempSync, rmSync, accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { toAppError } from './errors.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { SCHEMA_VERSION, migrate } from './migrations/index.ts';

/** Marks the file as a Loupe project ("LOUP"). */
export const APPLICATION_ID = 0x4c4f5550;

/** A project's database as it could be opened. */
export type OpenedDb =
  | { readonly isReadOnly: false; readonly db: WritableDb; readonly close: () => void }
  | { readonly isReadOnly: true; readonly db: ReadableDb; readonly close: () => void };

/**
 * Opens a project's database, newest schema; on a read-only disk it opens for reading only.
 *
 * @param file  made when it does not exist
 * @throws AppError 'read-only' when it would have to be made there, 'disk-full', 'project-newer',
 *   'project-damaged', 'unreadable'
 */
export function openProjectDb(file: string): OpenedDb {
  if (existsSync(file) && !canWrite(file)) return openReadOnly(file);
  const db = openWritable(file);
  return { isReadOnly: false, db, close: () => void db.close() };
}

/** A writable connection, newest schema. The worker opens its own. */
export function openWritable(file: string): WritableDb {
  const context = { doing: 'open the project', path: file };
  let db: WritableDb | undefined;
  try {
    // SQLite only says that it cannot open what it cannot make; the system says why
    if (!existsSync(file)) accessSync(dirname(file), constants.W_OK);
    db = new Database(file, { timeout: BUSY_TIMEOUT_MS }) as WritableDb; // branded here only
    checkVersion(db, file);
    db.pragma(`page_size = ${PAGE_BYTES}`); // of a new file only
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw toAppError(error, context);
  }
}

/** Two or three responses fit, where SQLite's default wastes a quarter on such rows. */
const PAGE_BYTES = 8192;
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens a copy, for reading: SQLite cannot read a WAL database where it may not make the -shm file beside
 * it. The copy goes when the project is closed.
 *
 * @param prepare  changes the copy before it can be changed no more
 * @throws AppError as {@link openProjectDb}
 */
export function openReadOnly(file: string, prepare?: (db: WritableDb) => void): OpenedDb {
  const copyDir = mkdtempSync(join(tmpdir(), 'loupe-read-'));
  const remove = () => rmSync(copyDir, { recursive: true, force: true });
  try {
    const copy = join(copyDir, basename(file));
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const db = openWritable(copy);
    prepare?.(db);
    db.pragma('query_only = ON');
    const close = () => {
      db.close();
      remove();
    };
    return { isReadOnly: true, db, close };
  } catch (error) {
    remove();
    throw toAppError(error, { doing: 'open the project for reading', path: file });
  }
}

function canWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false; // not writable: that is the answer
  }
}

function checkVersion(db: ReadableDb, file: string): void {
  const version = db.pragma('user_version', { simple: true }) as number; // SQLite gives an integer
  const id = db.pragma('application_id', { simple: true }) as number; // as above
  if (version > 0 && id !== APPLICATION_ID) {
    throw new AppError(
      'project-damaged',
      `Cannot open the project: its database was not made by Loupe. Choose another folder. "${file}"`,
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new AppError(
      'project-newer',
      `Cannot open the project: a newer version of Loupe wrote it (format ${version}, this one ` +
        `knows up to ${SCHEMA_VERSION}). Install the newer version. "${file}"`,
      { details: { version, known: SCHEMA_VERSION } },
    );
  }
}
