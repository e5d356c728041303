// One run while this process works on it: from the listing of its items to its end. Its own workers,
// its own writing connection; both go when it does.
import { AppError } from '../../../../shared/api/errors.ts';
import type { RunId, RunState } from '../../../../shared/model/run.ts';
import { toAppError } from '../../db/errors.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { getRun, saveRunState, type RunChange, type StoredRun } from '../../db/runs.ts';
import type { Log } from '../../log.ts';
import type { ScorerInfo } from '../queue.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createAskQueue } from './ask-queue.ts';
import type { ItemFinder } from './find-item.ts';
import { listRun } from './list-run.ts';
import { createPatientWrite } from './patient-write.ts';
import { createRateMeter } from './rate-meter.ts';
import { createResultWriter } from './result-writer.ts';
import { scoreItems } from './score-items.ts';
import { createStopwatch } from './stopwatch.ts';

/** What a run needs of the project. */
export interface ActiveRunOptions {
  /** The project's database; a connection of the run's own is opened. */
  readonly file: string;
  readonly db: ReadableDb;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly findItem: ItemFinder;
  readonly instanceIds: () => ReadonlySet<number>;
  readonly scorers: (run: StoredRun) => Promise<readonly ScorerInfo[]>;
  /** Its state or its counts changed. */
  readonly onChange: () => void;
  /** Scores were written. */
  readonly onScores: () => void;
}

export interface ActiveRun {
  readonly id: RunId;
  /** As kept, with what is only known while it runs. */
  readonly describe: () => { readonly run: StoredRun; readonly ratePerSecond: number };
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the work that was begun; what is written stays. */
  readonly end: (as: 'paused' | 'cancelled') => Promise<void>;
  /** Resolves when it is no longer worked on, whichever way. */
  readonly ended: Promise<void>;
}

/** Begins to work on a run, or goes on with it. */
export function startRun(id: RunId, options: ActiveRunOptions): ActiveRun {
  const { db, log, clock } = options;
  const own = openWritable(options.file);
  own.pragma('busy_timeout = 0');
  own.pragma('wal_autocheckpoint = 4000');
  const write = createPatientWrite(own);
  const { concurrency, request } = getRun(db, id);
  const queue = createWorkerPool({ concurrency, log });
  const watch = createStopwatch();
  const meter = createRateMeter(() => performance.now());
  let state: RunState = 'planned';
  let failure: StoredRun['error'];
  let scoring: ReturnType<typeof scoreItems> | undefined;
  let isPaused = false;
  let endAs: 'paused' | 'cancelled' | undefined;
  const endAsked = Promise.withResolvers<undefined>();

  const writer = createResultWriter(own, id, clock, {
    takeSeconds: watch.take,
    onWritten() {
      meter.note(getRun(db, id).totals.done);
      options.onScores();
      options.onChange();
    },
    onFailed: fail,
  });

  function fail(error: unknown): void {
    const known = toAppError(error, { doing: 'write to the project', path: options.file });
    if (!(known instanceof AppError)) log.error({ err: error }, 'a scoring run hit a bug');
    failure =
      known instanceof AppError
        ? { code: known.code, message: known.message }
        : { code: 'internal', message: 'The run hit a bug in Loupe. The log has its trace.' };
    scoring?.stop();
  }

  async function become(next: RunState, change: Partial<RunChange> = {}): Promise<void> {
    state = next;
    const isOurs = next === 'planned' || next === 'running' || next === 'paused';
    await write(() =>
      saveRunState(own, id, {
        state: next,
        beatAt: clock(),
        ownerPid: isOurs && endAs === undefined ? process.pid : undefined,
        error: failure,
        ...change,
      }),
    );
    options.onChange();
  }

  async function work(): Promise<void> {
    watch.go();
    const scorers = await Promise.race([options.scorers(getRun(db, id)), endAsked.promise]);
    if (scorers === undefined) return;
    if (!getRun(db, id).isListed) {
      await become('planned');
      const scope = { instanceIds: options.instanceIds(), request, scorers };
      await listRun(db, own, write, id, scope, () => endAs === undefined);
    }
    if (endAs !== undefined) return;
    await become(isPaused ? 'paused' : 'running');
    scoring = scoreItems({
      db,
      runId: id,
      settings: request.settings,
      scorers,
      findItem: options.findItem,
      ask: createAskQueue(queue, String(id)),
      writer,
      window: () => concurrency * 3,
    });
    if (isPaused) scoring.pause();
    await scoring.ended;
  }

  async function live(): Promise<void> {
    try {
      await work();
    } catch (error) {
      fail(error);
    }
    try {
      await queue.close();
      await writer.flushed();
      watch.stop();
      const finishedAt = new Date(clock()).toISOString();
      if (failure !== undefined) await become('failed', { finishedAt });
      else if (endAs === 'cancelled') await become('cancelled', { finishedAt });
      else if (endAs === 'paused') await become('paused');
      else await become('done', { finishedAt });
    } catch (error) {
      // what could not be written down is found out when the project is opened again
      log.warn({ err: error }, 'the end of a scoring run could not be kept');
    } finally {
      own.close();
    }
  }

  const ended = live();
  return {
    id,
    describe: () => ({
      run: { ...getRun(db, id), state, error: failure },
      ratePerSecond: state === 'running' ? meter.perSecond() : 0,
    }),
    pause() {
      isPaused = true;
      watch.stop();
      queue.pause();
      scoring?.pause();
      meter.reset();
      if (state === 'running') become('paused').catch(fail);
    },
    resume() {
      isPaused = false;
      watch.go();
      queue.resume();
      scoring?.resume();
      if (state === 'paused') become('running').catch(fail);
    },
    async end(as) {
      endAs ??= as;
      endAsked.resolve(undefined);
      queue.cancel();
      scoring?.stop();
      await ended;
    },
    ended,
  };
}
