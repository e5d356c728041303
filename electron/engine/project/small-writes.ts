import { AppError } from '../../../shared/api/errors.ts';
import type { Emit } from '../context.ts';
import type { WritableDb } from '../db/handle.ts';
import { writeNow } from '../jobs/scoring/write-now.ts';
import { projectFile } from './layout.ts';

/** Changes of a few rows, made by whoever answers a command. */
export interface SmallWrites {
  /**
   * One small write of which nobody is told here.
   *
   * @param doing  for the message when it cannot be done, e.g. `label the judgement`
   * @throws AppError 'read-only', 'busy', 'disk-full'
   */
  readonly write: (doing: string, write: (db: WritableDb) => void) => void;
  /**
   * The same, on the disk when this returns: what somebody has just said must outlive whatever ends us.
   *
   * @throws AppError 'read-only', 'busy', 'disk-full'
   */
  readonly writeDurably: (doing: string, write: (db: WritableDb) => void) => void;
  /**
   * One small change to what is kept beside the data; tells that settings changed.
   *
   * @param doing  for the message when it cannot be done, e.g. `save the prompt`
   * @throws AppError 'read-only', 'busy', 'disk-full'
   */
  readonly change: (doing: string, write: (db: WritableDb) => void) => void;
  /** The same where figures follow from it: tells that data changed, too. */
  readonly changeData: (doing: string, write: (db: WritableDb) => void) => void;
}

/** @param onData  figures follow from what was written */
export function createSmallWrites(
  { dir, isReadOnly }: { readonly dir: string; readonly isReadOnly: boolean },
  emit: Emit,
  onData: () => void,
): SmallWrites {
  function write(doing: string, apply: (db: WritableDb) => void): void {
    if (isReadOnly) throw readOnly(doing, dir);
    writeNow(projectFile(dir), apply);
  }
  function change(doing: string, apply: (db: WritableDb) => void): void {
    write(doing, apply);
    emit('settings.changed', {});
  }
  return {
    write,
    writeDurably(doing, apply) {
      if (isReadOnly) throw readOnly(doing, dir);
      writeNow(projectFile(dir), apply, { isDurable: true });
    },
    change,
    changeData(doing, apply) {
      change(doing, apply);
      onData();
    },
  };
}

/** @param doing  e.g. `import` */
export function readOnly(doing: string, dir: string): AppError {
  return new AppError(
    'read-only',
    `Cannot ${doing}: the project can only be read. Copy it to a folder you can write to. "${dir}"`,
  );
}
