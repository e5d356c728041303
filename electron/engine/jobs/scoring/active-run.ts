// One run while this process works on it: from the listing of its items to its end. Its own workers,
// its own writing connection; both go when it does.
import type { RunId } from '../../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { getRun, type StoredRun } from '../../db/runs.ts';
import type { Log } from '../../log.ts';
import type { JobQueue, ScorerInfo } from '../queue.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createAskQueue } from './ask-queue.ts';
import type { ItemFinder } from './find-item.ts';
import { listRun } from './list-run.ts';
import { createPatientWrite } from './patient-write.ts';
import { createRateMeter } from './rate-meter.ts';
import { createResultWriter, type ResultWriter } from './result-writer.ts';
import { createRunState } from './run-state.ts';
import { scoreItems, type ItemScoring, type ScoringContext } from './score-items.ts';
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
  const own = openOwn(options.file);
  const write = createPatientWrite(own);
  const keeper = createRunState(own, write, { ...options, id });
  const { concurrency } = getRun(db, id);
  const queue = createWorkerPool({ concurrency, log });
  const watch = createStopwatch();
  const meter = createRateMeter(() => performance.now());
  const endAsked = Promise.withResolvers<undefined>();
  let scoring: ItemScoring | undefined;
  let isPaused = false;
  let endAs: 'paused' | 'cancelled' | undefined;

  const fail = (error: unknown) => {
    keeper.fail(error);
    scoring?.stop();
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
    if (!run.isListed) {
      await keeper.become('planned');
      const scope = { instanceIds: options.instanceIds(), request: run.request, scorers };
      await listRun(db, own, write, id, scope, () => endAs === undefined);
    }
    if (endAs !== undefined) return;
    await keeper.become(isPaused ? 'paused' : 'running');
    const ask = createAskQueue(queue, String(id));
    scoring = scoreItems(contextOf(run, options, { scorers, ask, writer }));
    if (isPaused) scoring.pause();
    await scoring.ended;
  }

  const endState = () => (keeper.failure() === undefined ? (endAs ?? 'done') : 'failed');
  const ended = work()
    .catch(fail)
    .then(() => letGo(queue, writer))
    .then(() => keeper.become(endState()))
    // what could not be written down is found out when the project is opened again
    .catch((error: unknown) => log.warn({ err: error }, 'the end of a run could not be kept'))
    .finally(() => own.close());
  return {
    id,
    describe() {
      const [state, error] = [keeper.state(), keeper.failure()];
      const ratePerSecond = state === 'running' ? meter.perSecond() : 0;
      return { run: { ...getRun(db, id), state, error }, ratePerSecond };
    },
    pause() {
      isPaused = true;
      watch.stop();
      queue.pause();
      scoring?.pause();
      meter.reset();
      if (keeper.state() === 'running') keeper.become('paused').catch(fail);
    },
    resume() {
      isPaused = false;
      watch.go();
      queue.resume();
      scoring?.resume();
      if (keeper.state() === 'paused') keeper.become('running').catch(fail);
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

/** Ends the threads and writes what they have found. */
async function letGo(queue: JobQueue, writer: ResultWriter): Promise<void> {
  await queue.close();
  await writer.flushed();
}

function contextOf(
  { id, request, concurrency }: StoredRun,
  { db, findItem }: ActiveRunOptions,
  parts: Pick<ScoringContext, 'scorers' | 'ask' | 'writer'>,
): ScoringContext {
  const window = concurrency * ITEMS_A_WORKER;
  return { ...parts, db, runId: id, settings: request.settings, findItem, window };
}

/** Enough for every worker to find the next job waiting. */
const ITEMS_A_WORKER = 3;

function openOwn(file: string): WritableDb {
  const db = openWritable(file);
  db.pragma('busy_timeout = 0');
  db.pragma('wal_autocheckpoint = 4000');
  return db;
}
