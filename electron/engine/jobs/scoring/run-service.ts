// The runs of the open project: at most one is worked on. What a run is stands in the database, so that
// one which was cut off, by a close or by a kill, is found paused and goes on where it was.
import { AppError } from '../../../../shared/api/errors.ts';
import type { Run, RunFailure, RunId, RunPlan, RunRequest } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { toAppError } from '../../db/errors.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { listFailures, retryFailedItems } from '../../db/run-items.ts';
import {
  addRunProgress,
  getRun,
  insertRun,
  listRuns,
  saveRunState,
  type UnscoredCounts,
} from '../../db/runs.ts';
import type { Log } from '../../log.ts';
import type { InstanceList } from '../../query/instance-list.ts';
import type { MediaReader } from '../../query/item-media.ts';
import type { Columns } from '../../query/columns.ts';
import { defaultConcurrency } from '../concurrency.ts';
import { planRun } from '../plan.ts';
import { startRun, type ActiveRun } from './active-run.ts';
import { toFailure, toRun } from './describe-run.ts';
import { createItemFinder, type ItemFinder } from './find-item.ts';
import { isWorkedOnElsewhere } from './owner.ts';
import { createScorerCatalogue } from './scorer-catalogue.ts';
import { createThrottle } from './throttle.ts';

/** What the runs need of the open project. */
export interface RunServiceOptions {
  readonly file: string;
  readonly isReadOnly: boolean;
  readonly isImporting: () => boolean;
  readonly db: ReadableDb;
  readonly query: {
    readonly columns: () => Columns;
    readonly list: () => InstanceList;
    readonly media: () => MediaReader;
  };
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly onProgress: (run: Run) => void;
  /** Scores changed; `isLast` when a run has ended. */
  readonly onScores: (options: { readonly isLast: boolean }) => void;
}

/** Plans, starts and steers scoring runs. */
export interface RunService {
  readonly plan: (request: RunRequest) => Promise<RunPlan>;
  /** @throws AppError 'busy', 'read-only', 'disk-full' */
  readonly start: (request: RunRequest) => RunId;
  readonly pause: (id: RunId) => void;
  /** @throws AppError 'busy' while another run goes on, 'not-found', 'read-only' */
  readonly resume: (id: RunId) => void;
  readonly cancel: (id: RunId) => Promise<void>;
  /** @returns how many items are tried again */
  readonly retry: (id: RunId, code: UnscoredCode | undefined) => Promise<number>;
  readonly list: () => Run[];
  readonly get: (id: RunId) => { readonly run: Run; readonly failures: RunFailure[] };
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

const PROGRESS_MS = 200;
const SCORES_MS = 1000;

export function createRunService(options: RunServiceOptions): RunService {
  const { db, query, log, clock, file } = options;
  const catalogue = createScorerCatalogue(log);
  let active: ActiveRun | undefined;
  let isClosed = false;
  const progress = createThrottle(PROGRESS_MS, (id: RunId) => options.onProgress(runOf(id)));
  const scores = createThrottle(SCORES_MS, () => options.onScores({ isLast: false }));

  function runOf(id: RunId): Run {
    const described = active?.id === id ? active.describe() : undefined;
    const run = described?.run ?? getRun(db, id);
    const isGoing = described !== undefined || isWorkedOnElsewhere(run, clock());
    return toRun(run, isGoing, described?.ratePerSecond);
  }

  function idsOf({ filter, models }: RunRequest): ReadonlySet<number> {
    const { ids } = query.columns();
    const all = { by: 'key', descending: false } as const;
    const { indexes } = query.list().slice({ filter, models }, all, 0, ids.length);
    return new Set(Array.from(indexes, (index) => ids[index] ?? -1));
  }

  function requireOpen(): void {
    if (isClosed) throw new AppError('no-project', 'Cannot plan: the project was closed.');
  }

  function requireFree(): void {
    if (options.isReadOnly) {
      throw new AppError(
        'read-only',
        `Cannot score: the project can only be read. Copy it to a folder you can write to. "${file}"`,
      );
    }
    if (options.isImporting()) {
      throw new AppError('busy', 'Cannot score: an import is running. Wait until it is done.');
    }
    const other = listRuns(db).find((run) => isWorkedOnElsewhere(run, clock()));
    if (active === undefined && other === undefined) return;
    throw new AppError('busy', 'Cannot score: another run is going on. Wait, pause or cancel it.');
  }

  function begin(id: RunId): void {
    const started = startRun(id, {
      file,
      db,
      log,
      clock,
      findItem: findItem(),
      instanceIds: () => idsOf(getRun(db, id).request),
      scorers: ({ request }) => catalogue.list(request),
      onChange: () => progress.call(id),
      onScores: () => scores.call(undefined),
    });
    active = started;
    void started.ended.then(() => {
      if (active === started) active = undefined;
      scores.cancel();
      options.onScores({ isLast: true });
      progress.now(id);
    });
  }

  const findItem = (): ItemFinder => createItemFinder(db, query.media);

  function writing<T>(write: (writable: WritableDb) => T): T {
    const writable = openWritable(file);
    try {
      return writable.transaction(() => write(writable)).immediate();
    } catch (error) {
      throw toAppError(error, { doing: 'write to the project', path: file });
    } finally {
      writable.close();
    }
  }

  function goOn(id: RunId): void {
    if (active?.id === id) return active.resume();
    requireFree();
    getRun(db, id);
    begin(id);
  }

  return {
    async plan(request) {
      const scorers = await catalogue.list(request);
      requireOpen();
      const scope = { instanceIds: idsOf(request), request, scorers };
      const concurrency = request.concurrency ?? defaultConcurrency();
      return await planRun(db, query.media, scope, { concurrency, check: requireOpen });
    },
    start(request) {
      requireFree();
      const concurrency = request.concurrency ?? defaultConcurrency();
      const createdAt = new Date(clock()).toISOString();
      const id = writing((writable) => insertRun(writable, { request, createdAt, concurrency }));
      begin(id);
      return id;
    },
    pause(id) {
      if (active?.id === id) active.pause();
      else getRun(db, id);
    },
    resume: goOn,
    async cancel(id) {
      if (active?.id === id) return await active.end('cancelled');
      const run = getRun(db, id);
      if (run.state === 'done' || run.state === 'cancelled') return;
      const finishedAt = new Date(clock()).toISOString();
      const change = { state: 'cancelled', finishedAt, beatAt: clock() } as const;
      writing((writable) => saveRunState(writable, id, change));
      progress.now(id);
    },
    async retry(id, code) {
      if (active?.id === id) await active.end('paused');
      requireFree();
      getRun(db, id);
      const counts = writing((writable) => {
        const again = retryFailedItems(writable, id, code);
        addRunProgress(writable, id, {
          scored: 0,
          cached: 0,
          unscored: negative(again),
          seconds: 0,
          beatAt: clock(),
        });
        return again;
      });
      begin(id);
      return sum(counts);
    },
    list: () => listRuns(db).map(({ id }) => runOf(id)),
    get(id) {
      const find = findItem();
      return { run: runOf(id), failures: listFailures(db, id).map((one) => toFailure(one, find)) };
    },
    async close() {
      isClosed = true;
      progress.cancel();
      scores.cancel();
      await active?.end('paused');
      progress.cancel();
    },
  };
}

function negative(counts: UnscoredCounts): UnscoredCounts {
  return Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, -count]));
}

function sum(counts: UnscoredCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
