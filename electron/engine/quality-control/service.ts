// Quality control of one open project: the thread that looks it through, and the register in memory.
import type { QcOverview } from '../../../shared/model/quality-control.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { Log } from '../log.ts';
import type { Columns } from '../query/columns.ts';
import { loadRegister, type QcRegister } from './register.ts';
import { createScanRunner } from './scan-runner.ts';

export interface QcService {
  readonly startScan: () => void;
  readonly register: () => QcRegister;
  readonly overview: () => QcOverview;
  /** To be called when something was said of a record. */
  readonly said: (key: string) => void;
  readonly close: () => Promise<void>;
}

const TELL_MS = 250;

/** @param tell  that something changed; not more often than a page can ask again */
export function createQcService(
  project: {
    readonly file: string;
    readonly db: ReadableDb;
    readonly log: Log;
    readonly columns: () => Columns;
  },
  tell: () => void,
): QcService {
  let kept: { readonly columns: Columns; readonly register: QcRegister } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const runner = createScanRunner(project, (hasRows) => {
    if (hasRows) kept = undefined;
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, TELL_MS).unref();
  });

  function register(): QcRegister {
    const columns = project.columns();
    if (kept?.columns !== columns)
      kept = { columns, register: loadRegister(project.db, columns.keys) };
    return kept.register;
  }

  return {
    startScan: runner.start,
    register,
    overview: () => ({ scan: runner.state(), ...register().summary() }),
    said(key) {
      kept?.register.refresh(key);
      tell();
    },
    async close() {
      clearTimeout(timer);
      await runner.close();
    },
  };
}
