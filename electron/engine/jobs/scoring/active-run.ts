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
import type { JobQueue, ScorerInfo } from '../queue.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createKnownHashes } from './content-hasher.ts';
import { listRun } from './list-run.ts';
import { openRun, type OpenRun } from './open-run.ts';
import { createPatientWrite, type PatientWrite } from './patient-write.ts';
import { createPreparers } from './preparers.ts';
import { createRateMeter } from './rate-meter.ts';
import { createResultWriter, type ResultWriter } from './result-writer.ts';
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
  readonly scorers: () => Promise<readonly ScorerInfo[]>;
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
  const { db, log, clock } = options;
  const { own, write, keeper, queue } = openTools(id, options);
  const [watch, meter] = [createStopwatch(), createRateMeter(() => performance.now())];
  const endAsked = Promise.withResolvers<undefined>();
  let open: OpenRun | undefined;
  let isPaused = false;
  let endAs: 'paused' | 'cancelled' | undefined;
  const fail = (error: unknown) => {
    keeper.fail(error);
    open?.stop();
  };
  const writer = createResultWriter(own, id, clock, {
    takeSeconds: watch.take,
    onFailed: fail,
    onWritten() {
      meter.note(getRun(db, id).totals.done);
      options.onScores();
      options.onChange();
    },
  });

  async function work(): Promise<void> {
    watch.go();
    const run = getRun(db, id);
    const scorers = await Promise.race([options.scorers(), endAsked.promise]);
    if (scorers === undefined) return;
    if (!run.isListed) {
      await keeper.become('planned');
      await listItems(run, {
        ...options,
        own,
        write,
        scorers,
        isWanted: () => endAs === undefined,
      });
    }
    if (endAs !== undefined) return;
    await keeper.become(isPaused ? 'paused' : 'running');
    open = openRun({ ...options, run, own, write, writer, queue, scorers });
    if (isPaused) open.pause();
    await open.ended;
  }

  const ended = work()
    .catch(fail)
    .then(() => letGo(open, queue, writer))
    .then(() => keeper.become(keeper.halt()?.state ?? endAs ?? 'done'))
    // what could not be written down is found out when the project is opened again
    .catch((error: unknown) => log.warn({ err: error }, 'the end of a run could not be kept'))
    .finally(() => own.close());
  return {
    id,
    describe() {
      const [state, error] = [keeper.state(), keeper.halt()?.error];
      const ratePerSecond = state === 'running' ? meter.perSecond() : 0;
      return { run: { ...getRun(db, id), state, error }, ratePerSecond };
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

function openTools(id: RunId, options: ActiveRunOptions) {
  const { file, db, log } = options;
  const own = openWritable(file);
  own.pragma('busy_timeout = 0');
  own.pragma('wal_autocheckpoint = 4000');
  const write = createPatientWrite(own);
  const keeper = createRunState(own, write, { ...options, id });
  const { concurrency } = getRun(db, id);
  return { own, write, keeper, queue: createWorkerPool({ concurrency, log }) };
}

type Listing = Pick<ActiveRunOptions, 'db' | 'media' | 'setup' | 'instanceIds'> & {
  readonly own: WritableDb;
  readonly write: PatientWrite;
  readonly scorers: readonly ScorerInfo[];
  readonly isWanted: () => boolean;
};

async function listItems({ id, request }: StoredRun, listing: Listing): Promise<void> {
  const { db, own, write, media, setup, scorers, isWanted } = listing;
  await listRun({
    runId: id,
    db,
    writable: own,
    write,
    scope: { instanceIds: listing.instanceIds(), request, scorers },
    preparers: createPreparers(db, media, setup, request.settings, createKnownHashes(db)),
    isWanted,
  });
}

/** Ends the threads, lets answers come that are paid for, and writes what was found. */
async function letGo(open: OpenRun | undefined, queue: JobQueue, writer: ResultWriter) {
  await open?.close();
  await queue.close();
  await writer.flushed();
}
