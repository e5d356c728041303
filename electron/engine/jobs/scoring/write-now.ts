import { toAppError } from '../../db/errors.ts';
import type { WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';

/**
 * One small write by a connection of its own, in a transaction.
 *
 * @param options.isDurable  it is on the disk when this returns, so that not even a power cut takes it
 * @throws AppError 'busy', 'disk-full', 'read-only'
 */
export function writeNow<T>(
  file: string,
  write: (db: WritableDb) => T,
  options: { readonly isDurable?: boolean } = {},
): T {
  const db = openWritable(file);
  try {
    if (options.isDurable === true) db.pragma('synchronous = FULL');
    return db.transaction(() => write(db)).immediate();
  } catch (error) {
    throw toAppError(error, { doing: 'write to the project', path: file });
  } finally {
    db.close();
  }
}
