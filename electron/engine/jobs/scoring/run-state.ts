import { AppError, type ErrorCode } from '../../../../shared/api/errors.ts';
import type { RunId, RunState } from '../../../../shared/model/run.ts';
import { toAppError } from '../../db/errors.ts';
import type { WritableDb } from '../../db/handle.ts';
import { saveRunState, type StoredRun } from '../../db/runs.ts';
import { EndpointDown, EndpointRefused } from '../../judges/define.ts';
import type { Log } from '../../log.ts';
import { BudgetReached } from '../judging/budget.ts';
import type { PatientWrite } from './patient-write.ts';

/** The state of a run that is worked on: in memory at once, in the database as soon as it can be. */
export interface RunStateKeeper {
  readonly state: () => RunState;
  /** Why it cannot go on, and in which state that leaves it. */
  readonly halt: () => Halt | undefined;
  /** Goes on or ends; an end is no longer ours. */
  readonly become: (next: RunState) => Promise<void>;
  /** Remembers why the run cannot go on; the first reason counts. */
  readonly fail: (error: unknown) => void;
}

/** What ended a run before its end. */
export interface Halt {
  readonly state: 'failed' | 'paused';
  readonly error: NonNullable<StoredRun['error']>;
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
  let halt: Halt | undefined;
  return {
    state: () => state,
    halt: () => halt,
    async become(next) {
      state = next;
      const isGoing = next === 'planned' || next === 'running';
      await write(() =>
        saveRunState(db, id, {
          state,
          beatAt: clock(),
          ownerPid: isGoing ? process.pid : undefined,
          error: halt?.error,
          finishedAt: OVER.has(next) ? new Date(clock()).toISOString() : undefined,
        }),
      );
      onChange();
    },
    fail(error) {
      const known = toHalt(error, file);
      if (known === undefined) log.error({ err: error }, 'a scoring run hit a bug');
      halt ??= known ?? BUG;
    },
  };
}

const BUG: Halt = {
  state: 'failed',
  error: { code: 'internal', message: 'The run hit a bug in Loupe. The log has its trace.' },
};

/** What an error means for a run. @param file  the database, for messages. @returns undefined for a bug */
export function toHalt(error: unknown, file: string): Halt | undefined {
  if (error instanceof EndpointRefused) return halted('failed', 'endpoint-refused', error);
  if (error instanceof EndpointDown) return halted('paused', 'endpoint-down', error);
  if (error instanceof BudgetReached) return halted('paused', 'budget-reached', error);
  const known = toAppError(error, { doing: 'write to the project', path: file });
  return known instanceof AppError ? halted('failed', known.code, known) : undefined;
}

const halted = (state: Halt['state'], code: ErrorCode, { message }: Error): Halt => ({
  state,
  error: { code, message },
});
