import type { Run, RunId } from '../../../../shared/model/run.ts';
import { getRun } from '../../db/runs.ts';
import { listSpending, sumSpending } from '../../db/spending.ts';
import type { KeyRing } from '../../judges/define.ts';
import { createEndpoints } from '../../judges/endpoint/create-endpoints.ts';
import type { Log } from '../../log.ts';
import { createEndpointWaits, type EndpointWaits } from './endpoint-waits.ts';
import { startRun, type ActiveRun } from './active-run.ts';
import { toRun } from './describe-run.ts';
import { isWorkedOnElsewhere } from './owner.ts';
import type { Surroundings } from './run-guards.ts';
import { scopeOf, type RunQuery } from './run-scope.ts';
import type { ScorerCatalogue } from './scorer-catalogue.ts';
import { createThrottle } from './throttle.ts';

/** What the run needs that is worked on, and who hears of it. */
export interface ActiveSlotOptions extends Surroundings {
  readonly query: RunQuery;
  readonly keys: KeyRing;
  readonly log: Log;
  readonly catalogue: ScorerCatalogue;
  readonly onProgress: (run: Run) => void;
  /** Scores changed; `isLast` when a run has ended. */
  readonly onScores: (options: { readonly isLast: boolean }) => void;
}

/** Room for the one run that this process works on. */
export interface ActiveSlot {
  readonly isTaken: () => boolean;
  /** @returns undefined when another one, or none, is worked on */
  readonly find: (id: RunId) => ActiveRun | undefined;
  /** Works on a run; the slot must be free. */
  readonly begin: (id: RunId) => void;
  /** A run as it is now, whoever works on it. */
  readonly describe: (id: RunId) => Run;
  /** Tells at once where a run stands. */
  readonly tell: (id: RunId) => void;
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

const PROGRESS_MS = 200;
const SCORES_MS = 1000;

export function createActiveSlot(options: ActiveSlotOptions): ActiveSlot {
  const { db, query, keys, log, clock, catalogue } = options;
  let active: ActiveRun | undefined;
  const waits = createEndpointWaits();
  const progress = createThrottle(PROGRESS_MS, (id: RunId) => options.onProgress(describe(id)));
  const scores = createThrottle(SCORES_MS, () => options.onScores({ isLast: false }));
  const find = (id: RunId) => (active?.id === id ? active : undefined);

  function describe(id: RunId): Run {
    const described = find(id)?.describe();
    const run = described?.run ?? getRun(db, id);
    const isGoing = described !== undefined || isWorkedOnElsewhere(run, clock());
    const spending = sumSpending(listSpending(db, id));
    return described === undefined
      ? toRun(run, spending, isGoing)
      : toRun(run, spending, isGoing, { ...described, waiting: waits.first() });
  }

  return {
    isTaken: () => active !== undefined,
    find,
    describe,
    tell: progress.now,
    begin(id) {
      const scope = scopeOf(db, query, catalogue, getRun(db, id).request);
      const { endpoints } = scope.setup;
      const onWaiting: EndpointWaits['note'] = (baseUrl, wait) => {
        waits.note(baseUrl, wait);
        progress.call(id);
      };
      waits.clear();
      const started = startRun(id, {
        ...options,
        ...scope,
        media: query.media,
        openEndpoints: (batches) =>
          createEndpoints({ endpoints, keys, clock, log, batches, onWaiting }),
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
    },
    async close() {
      await active?.end('paused');
      progress.cancel();
      scores.cancel();
    },
  };
}
