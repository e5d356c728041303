// One run while this process works on it: from the listing of its items to its end. Its own workers,
// its own writing connection; both go when it does.
import type { RunId } from '../../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { getRun, type StoredRun } from '../../db/runs.ts';
import type { Endpoints } from '../../judges/define.ts';
import type { BatchStore } from '../../judges/endpoint/batch/define.ts';
import type { Log } from '../../log.ts';
import type { MediaReader } from '../../query/item-media.ts';
import type { JudgeSetup } from '../judging/judge-setup.ts';
import type { ScorerInfo } from '../queue.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createKnownHashes } from './content-hasher.ts';
import { listRun } from './list-run.ts';
import { openRun, type OpenRun } from './open-run.ts';
import { createPatientWrite } from './patient-write.ts';
import { createPreparers } from './preparers.ts';
import { createRateMeter } from './rate-meter.ts';
import { createResultWriter } from './result-writer.ts';
import { createRunState } from './run-state.ts';
import { createStopwatch } from './stopwatch.ts';

/** What a run needs of the project. */
export interface ActiveRunOptions {
  /** The project's database; a connection of the run's own is opened. */
  readonly file: string;
  readonly db: ReadableDb;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly media: () => MediaReader;
  readonly instanceIds: () => ReadonlySet<number>;
  readonly scorers: (run: StoredRun) => Promise<readonly ScorerInfo[]>;
  /** What is set about judging; holds until the run ends or is resumed. */
  readonly setup: JudgeSetup;
  readonly openEndpoints: (batches: BatchStore) => Endpoints;
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
  const { db, log, clock, media, setup } = options;
  const own = openOwn(options.file);
  const write = createPatientWrite(own);
  const keeper = createRunState(own, write, { ...options, id });
  const { concurrency } = getRun(db, id);
  const queue = createWorkerPool({ concurrency, log });
  const watch = createStopwatch();
  const meter = createRateMeter(() => performance.now());
  const endAsked = Promise.withResolvers<undefined>();
  let open: OpenRun | undefined;
  let isPaused = false;
  let endAs: 'paused' | 'cancelled' | undefined;

  const fail = (error: unknown) => {
    keeper.fail(error);
    open?.stop();
  };
  const onWritten = () => {
    meter.note(getRun(db, id).totals.done);
    options.onScores();
    options.onChange();
  };
  const events = { takeSeconds: watch.take, onWritten, onFailed: fail };
  const writer = createResultWriter(own, id, clock, events);

  async function work(): Promise<void> {
    watch.go();
    const run = getRun(db, id);
    const scorers = await Promise.race([options.scorers(run), endAsked.promise]);
    if (scorers === undefined) return;
    if (!run.isListed) await list(run, scorers);
    if (endAs !== undefined) return;
    await keeper.become(isPaused ? 'paused' : 'running');
    open = openRun({ ...options, run, own, write, writer, queue, scorers });
    if (isPaused) open.pause();
    await open.ended;
  }

  async function list(run: StoredRun, scorers: readonly ScorerInfo[]): Promise<void> {
    await keeper.become('planned');
    const { request } = run;
    await listRun({
      runId: id,
      db,
      writable: own,
      write,
      scope: { instanceIds: options.instanceIds(), request, scorers },
      preparers: createPreparers(db, media, setup, request.settings, createKnownHashes(db)),
      isWanted: () => endAs === undefined,
    });
  }

  /** Ends the threads, lets answers come that are paid for, and writes what was found. */
  async function letGo(): Promise<void> {
    await open?.close();
    await queue.close();
    await writer.flushed();
  }

  const ended = work()
    .catch(fail)
    .then(letGo)
    .then(() => keeper.become(keeper.halt()?.state ?? endAs ?? 'done'))
    // what could not be written down is found out when the project is opened again
    .catch((error: unknown) => log.warn({ err: error }, 'the end of a run could not be kept'))
    .finally(() => own.close());
  return {
    id,
    describe() {
      const state = keeper.state();
      const ratePerSecond = state === 'running' ? meter.perSecond() : 0;
      return { run: { ...getRun(db, id), state, error: keeper.halt()?.error }, ratePerSecond };
    },
    pause() {
      isPaused = true;
      watch.stop();
      queue.pause();
      open?.pause();
      meter.reset();
      if (keeper.state() === 'running') keeper.become('paused').catch(fail);
    },
    resume() {
      isPaused = false;
      watch.go();
      queue.resume();
      open?.resume();
      if (keeper.state() === 'paused') keeper.become('running').catch(fail);
    },
    async end(as) {
      endAs ??= as;
      endAsked.resolve(undefined);
      queue.cancel();
      open?.stop();
      await ended;
    },
    ended,
  };
}

function openOwn(file: string): WritableDb {
  const db = openWritable(file);
  db.pragma('busy_timeout = 0');
  db.pragma('wal_autocheckpoint = 4000');
  return db;
}
