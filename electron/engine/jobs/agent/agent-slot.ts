// Room for the one run of the agent that this process works on, and what is said of any run.
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentCommands, AgentRun, AgentRunId } from '../../../../shared/model/agent.ts';
import type { EndpointWait } from '../../../../shared/model/run.ts';
import {
  countAgentItems,
  getAgentRun,
  listAgentRuns,
  spendingIdOf,
  type StoredAgentRun,
} from '../../db/agent-runs.ts';
import { listSpending, sumSpending } from '../../db/spending.ts';
import { createEndpointWaits } from '../scoring/endpoint-waits.ts';
import type { RunQuery } from '../scoring/run-scope.ts';
import { isWorkedOnElsewhere } from '../scoring/owner.ts';
import { createThrottle } from '../scoring/throttle.ts';
import { startAgent, type ActiveAgent, type ActiveAgentOptions } from './active-agent.ts';

/** What the agent needs of the open project, and who hears of it. */
export interface AgentSlotOptions extends Pick<
  ActiveAgentOptions,
  'file' | 'db' | 'log' | 'keys' | 'clock' | 'importPredictions'
> {
  readonly isReadOnly: boolean;
  readonly query: RunQuery & { readonly forget: () => void };
  readonly onProgress: (run: AgentRun) => void;
  readonly onTraced: (runId: AgentRunId, key: string) => void;
}

export interface AgentSlot {
  /** @returns undefined when another one, or none, is worked on */
  readonly find: (id: AgentRunId) => ActiveAgent | undefined;
  /** @throws AppError 'busy', 'read-only' */
  readonly requireFree: () => void;
  /** Works on a run; the slot must be free. */
  readonly begin: (id: AgentRunId, commands: AgentCommands | undefined) => void;
  /** A run as it is now, whoever works on it. */
  readonly describe: (id: AgentRunId) => AgentRun;
  readonly tell: (id: AgentRunId) => void;
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

const PROGRESS_MS = 200;

export function createAgentSlot(options: AgentSlotOptions): AgentSlot {
  const { db, file, clock, query, isReadOnly } = options;
  let active: ActiveAgent | undefined;
  const waits = createEndpointWaits();
  const find = (id: AgentRunId) => (active?.id === id ? active : undefined);
  const describe = (id: AgentRunId) =>
    describeRun(options, getAgentRun(db, id), find(id), waits.first());
  const progress = createThrottle(PROGRESS_MS, (id: AgentRunId) =>
    options.onProgress(describe(id)),
  );
  const traced = createTraced(options.onTraced);
  return {
    find,
    describe,
    tell: progress.now,
    requireFree() {
      if (isReadOnly) {
        throw new AppError(
          'read-only',
          `Cannot run the agent: the project can only be read. Copy it to a folder you can write to. "${file}"`,
        );
      }
      const isElsewhere = listAgentRuns(db).some((run) => isWorkedOnElsewhere(asRun(run), clock()));
      if (active === undefined && !isElsewhere) return;
      throw new AppError(
        'busy',
        'Cannot run the agent: another run is going on. Wait, or cancel it.',
      );
    },
    begin(id, commands = {}) {
      waits.clear();
      const started = startAgent(id, {
        ...options,
        commands,
        media: query.media,
        onChange: () => progress.call(id),
        onTraced: (key) => traced.call(id, key),
        onWaiting(baseUrl, wait) {
          waits.note(baseUrl, wait);
          progress.call(id);
        },
      });
      active = started;
      void started.ended.then(() => {
        if (active === started) active = undefined;
        progress.now(id);
      });
    },
    async close() {
      await active?.end('paused');
      progress.cancel();
      traced.cancel();
    },
  };
}

const asRun = ({ state, ownerPid, beatAt }: StoredAgentRun) => ({
  state: state === 'running' ? ('running' as const) : ('done' as const),
  ownerPid,
  beatAt,
});

/** A run that nobody works on has been cut off, whatever its last state says. */
function describeRun(
  { db, clock }: AgentSlotOptions,
  run: StoredAgentRun,
  active: ActiveAgent | undefined,
  waiting: EndpointWait | undefined,
): AgentRun {
  const now = active?.describe();
  const isGoing = now !== undefined || isWorkedOnElsewhere(asRun(run), clock());
  const { ablate, maxRounds, concurrency, filter, budgetUsd, label } = run.request;
  const { id, model, createdAt, finishedAt, seconds, out } = run;
  const state = now?.state ?? run.state;
  const error = now === undefined ? run.error : now.error;
  return {
    ...{ id, createdAt, model, ablate, maxRounds, concurrency, filter, seconds, file: out },
    ...(finishedAt !== undefined && { finishedAt }),
    state: state === 'running' && !isGoing ? 'paused' : state,
    ...(label !== undefined && { label }),
    totals: countAgentItems(db, id),
    spending: sumSpending(listSpending(db, spendingIdOf(id))),
    ...(budgetUsd !== undefined && { budgetUsd }),
    ...(error !== undefined && { error }),
    ...(now?.state === 'running' && waiting !== undefined && { waiting }),
  };
}

/** Tells of each trace at most so often. */
function createTraced(tell: (runId: AgentRunId, key: string) => void) {
  const waiting = new Map<string, AgentRunId>();
  const throttle = createThrottle(PROGRESS_MS, () => {
    for (const [key, runId] of waiting) tell(runId, key);
    waiting.clear();
  });
  return {
    call(runId: AgentRunId, key: string) {
      waiting.set(key, runId);
      throttle.call(undefined);
    },
    cancel: throttle.cancel,
  };
}
