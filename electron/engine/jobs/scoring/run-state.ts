import { AppError } from '../../../../shared/api/errors.ts';
import type { RunId, RunState } from '../../../../shared/model/run.ts';
import { toAppError } from '../../db/errors.ts';
import type { WritableDb } from '../../db/handle.ts';
import { saveRunState, type StoredRun } from '../../db/runs.ts';
import type { Log } from '../../log.ts';
import type { PatientWrite } from './patient-write.ts';

/** The state of a run that is worked on: in memory at once, in the database as soon as it can be. */
export interface RunStateKeeper {
  readonly state: () => RunState;
  readonly failure: () => StoredRun['error'];
  /** Goes on or ends; an end is no longer ours. */
  readonly become: (next: RunState) => Promise<void>;
  /** Remembers why the run cannot go on; the first reason counts. */
  readonly fail: (error: unknown) => void;
}

interface KeeperOptions {
  readonly id: RunId;
  /** Path of the database, for messages. */
  readonly file: string;
  readonly log: Log;
  readonly clock: () => number;
  readonly onChange: () => void;
}

const OVER: ReadonlySet<RunState> = new Set(['done', 'cancelled', 'failed']);

export function createRunState(
  db: WritableDb,
  write: PatientWrite,
  { id, file, log, clock, onChange }: KeeperOptions,
): RunStateKeeper {
  let state: RunState = 'planned';
  let failure: StoredRun['error'];
  return {
    state: () => state,
    failure: () => failure,
    async become(next) {
      state = next;
      const isGoing = next === 'planned' || next === 'running';
      await write(() =>
        saveRunState(db, id, {
          state,
          beatAt: clock(),
          ownerPid: isGoing ? process.pid : undefined,
          error: failure,
          finishedAt: OVER.has(next) ? new Date(clock()).toISOString() : undefined,
        }),
      );
      onChange();
    },
    fail(error) {
      const known = toAppError(error, { doing: 'write to the project', path: file });
      if (!(known instanceof AppError)) log.error({ err: error }, 'a scoring run hit a bug');
      failure ??=
        known instanceof AppError
          ? { code: known.code, message: known.message }
          : { code: 'internal', message: 'The run hit a bug in Loupe. The log has its trace.' };
    },
  };
}
