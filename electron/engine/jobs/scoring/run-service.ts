// The runs of the open project: at most one is worked on. What a run is stands in the database, so that
// one which was cut off, by a close or by a kill, is found paused and goes on where it was.
import { AppError } from '../../../../shared/api/errors.ts';
import type { Spending } from '../../../../shared/model/judge.ts';
import type { Run, RunFailure, RunId, RunPlan, RunRequest } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { listFailures } from '../../db/run-items.ts';
import { getRun, listRuns } from '../../db/runs.ts';
import { listSpending, sumSpending } from '../../db/spending.ts';
import type { KeyRing } from '../../judges/define.ts';
import { createEndpoints } from '../../judges/endpoint/create-endpoints.ts';
import type { Log } from '../../log.ts';
import type { InstanceList } from '../../query/instance-list.ts';
import type { MediaReader } from '../../query/item-media.ts';
import type { Columns } from '../../query/columns.ts';
import { defaultConcurrency } from '../concurrency.ts';
import { describeJudge, type JudgeSetup } from '../judging/judge-setup.ts';
import { loadJudgeSetup } from '../judging/load-setup.ts';
import { requirePrices } from '../judging/price-check.ts';
import { planRun } from '../plan.ts';
import type { ScoredMetric, ScorerInfo } from '../queue.ts';
import { startRun, type ActiveRun } from './active-run.ts';
import { addRun, cancelRun, changeRequest, retryItems } from './change-run.ts';
import { toFailure, toRun } from './describe-run.ts';
import { createItemFinder } from './find-item.ts';
import { metricsOf } from './list-work.ts';
import { isWorkedOnElsewhere } from './owner.ts';
import { createScorerCatalogue, type ScorerCatalogue } from './scorer-catalogue.ts';
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
  readonly keys: KeyRing;
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
  /** @throws AppError 'busy', 'read-only', 'disk-full', 'bad-input' for a budget without prices */
  readonly start: (request: RunRequest) => RunId;
  readonly pause: (id: RunId) => void;
  /** @throws AppError 'busy' while another run goes on, 'not-found', 'read-only', 'bad-input' */
  readonly resume: (id: RunId, change: RunChanges) => Promise<void>;
  readonly cancel: (id: RunId) => Promise<void>;
  /** @returns how many items are tried again */
  readonly retry: (id: RunId, code: UnscoredCode | undefined) => Promise<number>;
  readonly list: () => Run[];
  readonly get: (id: RunId) => {
    readonly run: Run;
    readonly failures: RunFailure[];
    readonly spending: Spending[];
  };
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

/** What may be changed of a run that waits. */
export type RunChanges = Pick<RunRequest, 'budgetUsd' | 'endpoints'>;

const PROGRESS_MS = 200;
const SCORES_MS = 1000;

export function createRunService(options: RunServiceOptions): RunService {
  const { db, query, clock, file } = options;
  const catalogue = createScorerCatalogue(options.log);
  let active: ActiveRun | undefined;
  let isClosed = false;
  const progress = createThrottle(PROGRESS_MS, (id: RunId) => options.onProgress(runOf(id)));
  const scores = createThrottle(SCORES_MS, () => options.onScores({ isLast: false }));
  const findItem = () => createItemFinder(db, query.media);

  function runOf(id: RunId): Run {
    const described = active?.id === id ? active.describe() : undefined;
    const run = described?.run ?? getRun(db, id);
    const isGoing = described !== undefined || isWorkedOnElsewhere(run, clock());
    const spending = sumSpending(listSpending(db, id));
    return toRun(run, spending, isGoing, described?.ratePerSecond);
  }

  function begin(id: RunId): void {
    const { request } = getRun(db, id);
    const setup = loadJudgeSetup(db, request.endpoints);
    const { endpoints } = setup;
    const { keys, log } = options;
    const started = startRun(id, {
      ...options,
      media: query.media,
      instanceIds: () => instanceIds(query, request),
      scorers: async () => await listScorers(catalogue, setup, request),
      setup,
      openEndpoints: (batches) => createEndpoints({ endpoints, keys, clock, log, batches }),
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

  return {
    plan: (request) => plan(options, catalogue, request, () => isClosed),
    start(request) {
      requireFree(options, active);
      requireBudgetable(db, request);
      const id = addRun(file, request, request.concurrency ?? defaultConcurrency(), clock());
      begin(id);
      return id;
    },
    pause(id) {
      getRun(db, id);
      if (active?.id === id) active.pause();
    },
    async resume(id, change) {
      const run = getRun(db, id);
      const isChanged = change.budgetUsd !== undefined || change.endpoints !== undefined;
      if (active?.id === id && !isChanged) return active.resume();
      if (run.state === 'done') return;
      if (active?.id === id) await active.end('paused');
      requireFree(options, active);
      const changed = { ...run.request, ...definedOf(change) };
      requireBudgetable(db, changed);
      if (isChanged) changeRequest(file, id, definedOf(change));
      begin(id);
    },
    async cancel(id) {
      if (active?.id === id) return await active.end('cancelled');
      const { state } = getRun(db, id);
      if (state === 'done' || state === 'cancelled') return;
      cancelRun(file, id, clock());
      progress.now(id);
    },
    async retry(id, code) {
      getRun(db, id);
      if (active?.id === id) await active.end('paused');
      requireFree(options, active);
      const retried = retryItems(file, id, code, clock());
      begin(id);
      return retried;
    },
    list: () => listRuns(db).map(({ id }) => runOf(id)),
    get(id) {
      const find = findItem();
      const failures = listFailures(db, id).map((one) => toFailure(one, find));
      return { run: runOf(id), failures, spending: listSpending(db, id) };
    },
    async close() {
      isClosed = true;
      await active?.end('paused');
      progress.cancel();
      scores.cancel();
    },
  };
}

async function plan(
  options: RunServiceOptions,
  catalogue: ScorerCatalogue,
  request: RunRequest,
  isClosed: () => boolean,
): Promise<RunPlan> {
  const { db, query } = options;
  const check = () => {
    if (isClosed()) throw new AppError('no-project', 'Cannot plan: the project was closed.');
  };
  requireBudgetable(db, request);
  const setup = loadJudgeSetup(db, request.endpoints);
  const scorers = await listScorers(catalogue, setup, request);
  check();
  const scope = { instanceIds: instanceIds(query, request), request, scorers };
  const concurrency = request.concurrency ?? defaultConcurrency();
  return await planRun(db, scope, { media: query.media, setup, concurrency, check });
}

/** All that can be computed, by whom. */
async function listScorers(
  catalogue: ScorerCatalogue,
  setup: JudgeSetup,
  request: RunRequest,
): Promise<ScorerInfo[]> {
  const metrics = metricsOf(request);
  const scored = metrics.filter(
    (metric): metric is ScoredMetric => metric !== 'SC' && metric !== 'coherence',
  );
  const byWorkers = await catalogue.list({ metrics: scored, settings: request.settings });
  return [...byWorkers, ...describeJudge(setup, metrics)];
}

function requireBudgetable(db: ReadableDb, request: RunRequest): void {
  if (request.budgetUsd === undefined) return;
  requirePrices(loadJudgeSetup(db, request.endpoints), metricsOf(request));
}

function definedOf({ budgetUsd, endpoints }: RunChanges): RunChanges {
  return {
    ...(budgetUsd !== undefined && { budgetUsd }),
    ...(endpoints !== undefined && { endpoints }),
  };
}

function requireFree(
  { isReadOnly, isImporting, file, db, clock }: RunServiceOptions,
  active: ActiveRun | undefined,
): void {
  if (isReadOnly) {
    throw new AppError(
      'read-only',
      `Cannot score: the project can only be read. Copy it to a folder you can write to. "${file}"`,
    );
  }
  if (isImporting()) {
    throw new AppError('busy', 'Cannot score: an import is running. Wait until it is done.');
  }
  const other = listRuns(db).find((run) => isWorkedOnElsewhere(run, clock()));
  if (active === undefined && other === undefined) return;
  throw new AppError('busy', 'Cannot score: another run is going on. Wait, or cancel it.');
}

/** Row ids of the instances that a filter means. */
function instanceIds(
  query: RunServiceOptions['query'],
  { filter, models, keys }: RunRequest,
): ReadonlySet<number> {
  const { ids, indexByKey } = query.columns();
  const all = { by: 'key', descending: false } as const;
  const { indexes } = query.list().slice({ filter, models }, all, 0, ids.length);
  const named = keys && new Set(keys.map((key) => indexByKey.get(key)));
  const meant = Array.from(indexes).filter((index) => named?.has(index) ?? true);
  return new Set(meant.map((index) => ids[index] ?? -1));
}
