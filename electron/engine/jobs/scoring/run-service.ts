// The runs of the open project: at most one is worked on. What a run is stands in the database, so that
// one which was cut off, by a close or by a kill, is found paused and goes on where it was.
import { AppError } from '../../../../shared/api/errors.ts';
import type { Spending } from '../../../../shared/model/judge.ts';
import type { Run, RunFailure, RunId, RunPlan, RunRequest } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { listFailures } from '../../db/run-items.ts';
import { getRun, listRuns } from '../../db/runs.ts';
import { listSpending } from '../../db/spending.ts';
import { defaultConcurrency } from '../concurrency.ts';
import { planRun } from '../plan.ts';
import { createActiveSlot, type ActiveSlotOptions } from './active-slot.ts';
import { addRun, cancelRun, changeRequest, retryItems } from './change-run.ts';
import { toFailure } from './describe-run.ts';
import { createItemFinder } from './find-item.ts';
import { requireBudgetable, requireFree } from './run-guards.ts';
import { scopeOf } from './run-scope.ts';
import { createScorerCatalogue, type ScorerCatalogue } from './scorer-catalogue.ts';

/** What the runs need of the open project. */
export type RunServiceOptions = Omit<ActiveSlotOptions, 'catalogue'>;

/** Plans, starts and steers scoring runs. */
export interface RunService {
  /** @param signal  ends it; a plan of many thousand items takes seconds */
  readonly plan: (request: RunRequest, signal: AbortSignal) => Promise<RunPlan>;
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

export function createRunService(options: RunServiceOptions): RunService {
  const { db, query, clock, file } = options;
  const catalogue = createScorerCatalogue(options.log);
  const slot = createActiveSlot({ ...options, catalogue });
  let isClosed = false;
  return {
    plan: (request, signal) =>
      plan(options, catalogue, request, () => {
        if (isClosed) throw new AppError('no-project', 'Cannot plan: the project was closed.');
        if (signal.aborted) throw new AppError('busy', 'Cannot plan: the question was taken back.');
      }),
    start(request) {
      requireFree(options, slot.isTaken());
      requireBudgetable(db, request);
      const id = addRun(file, request, request.concurrency ?? defaultConcurrency(), clock());
      slot.begin(id);
      return id;
    },
    pause(id) {
      getRun(db, id);
      slot.find(id)?.pause();
    },
    async resume(id, change) {
      const { request, state } = getRun(db, id);
      const changed = definedOf(change);
      const isChanged = Object.keys(changed).length > 0;
      const active = slot.find(id);
      if (active !== undefined && !isChanged) return active.resume();
      if (active === undefined && state === 'done') return;
      requireBudgetable(db, { ...request, ...changed });
      await active?.end('paused');
      requireFree(options, slot.isTaken());
      if (isChanged) changeRequest(file, id, changed);
      slot.begin(id);
    },
    async cancel(id) {
      const active = slot.find(id);
      if (active !== undefined) return await active.end('cancelled');
      const { state } = getRun(db, id);
      if (state === 'done' || state === 'cancelled') return;
      cancelRun(file, id, clock());
      slot.tell(id);
    },
    async retry(id, code) {
      getRun(db, id);
      await slot.find(id)?.end('paused');
      requireFree(options, slot.isTaken());
      const retried = retryItems(file, id, code, clock());
      slot.begin(id);
      return retried;
    },
    list: () => listRuns(db).map(({ id }) => slot.describe(id)),
    get(id) {
      const find = createItemFinder(db, query.media);
      const failures = listFailures(db, id).map((one) => toFailure(one, find));
      return { run: slot.describe(id), failures, spending: listSpending(db, id) };
    },
    async close() {
      isClosed = true;
      await slot.close();
    },
  };
}

async function plan(
  { db, query }: RunServiceOptions,
  catalogue: ScorerCatalogue,
  request: RunRequest,
  check: () => void,
): Promise<RunPlan> {
  requireBudgetable(db, request);
  const { setup, ...scope } = scopeOf(db, query, catalogue, request);
  const scorers = await scope.scorers();
  check();
  const concurrency = request.concurrency ?? defaultConcurrency();
  const work = { instanceIds: scope.instanceIds(), request, scorers };
  return await planRun(db, work, { media: query.media, setup, concurrency, check });
}

function definedOf({ budgetUsd, endpoints }: RunChanges): RunChanges {
  return {
    ...(budgetUsd !== undefined && { budgetUsd }),
    ...(endpoints !== undefined && { endpoints }),
  };
}
