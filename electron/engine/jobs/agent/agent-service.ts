// The runs of the agent in the open project: at most one is worked on. What a run is stands in the
// database and in traces, so that one which was cut off is found paused and goes on where it was.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type {
  AgentCommands,
  AgentItem,
  AgentPlan,
  AgentRequest,
  AgentRun,
  AgentRunId,
} from '../../../../shared/model/agent.ts';
import type { Spending } from '../../../../shared/model/judge.ts';
import type { PromptId } from '../../../../shared/model/judge.ts';
import { saveRerun, insertAgentItems, listAgentItems } from '../../db/agent-items.ts';
import {
  countAgentItems,
  getAgentRun,
  insertAgentRun,
  listAgentRuns,
  saveAgentRequest,
  saveAgentState,
  spendingIdOf,
} from '../../db/agent-runs.ts';
import { toAppError } from '../../db/errors.ts';
import { listSpending, sumSpending } from '../../db/spending.ts';
import { checkPromptText } from '../../judges/index.ts';
import type { RunQuery } from '../scoring/run-scope.ts';
import { isWorkedOnElsewhere } from '../scoring/owner.ts';
import { createThrottle } from '../scoring/throttle.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import { writeNow } from '../scoring/write-now.ts';
import { startAgent, type ActiveAgent, type ActiveAgentOptions } from './active-agent.ts';
import { chooseModel } from './choose-model.ts';
import { listKeys } from './list-keys.ts';
import { planAgent } from './plan-agent.ts';
import { branchTrace, listTracesOf, loadTrace } from './read-traces.ts';

/** What the agent needs of the open project. */
export interface AgentServiceOptions extends Pick<
  ActiveAgentOptions,
  'file' | 'db' | 'log' | 'keys' | 'clock' | 'importPredictions'
> {
  readonly isReadOnly: boolean;
  readonly query: RunQuery;
  readonly onProgress: (run: AgentRun) => void;
  readonly onTraced: (runId: AgentRunId, key: string) => void;
}

interface Told {
  readonly commands?: AgentCommands | undefined;
}

/** Plans, starts and steers runs of the agent. */
export interface AgentService {
  readonly plan: (request: AgentRequest, told: Told) => AgentPlan;
  /** @throws AppError 'busy', 'read-only', 'bad-input' with what keeps it from beginning */
  readonly start: (
    request: AgentRequest,
    told: Told & { readonly out?: string | undefined },
  ) => AgentRunId;
  readonly pause: (id: AgentRunId) => void;
  readonly resume: (
    id: AgentRunId,
    change: Pick<AgentRequest, 'budgetUsd' | 'endpoints'>,
    told: Told,
  ) => Promise<void>;
  readonly cancel: (id: AgentRunId) => Promise<void>;
  readonly list: () => AgentRun[];
  readonly get: (id: AgentRunId) => { readonly run: AgentRun; readonly spending: Spending[] };
  readonly items: (
    id: AgentRunId,
    page: Parameters<typeof listAgentItems>[2],
  ) => { readonly items: AgentItem[]; readonly total: number };
  readonly trace: (
    asked: Parameters<typeof loadTrace>[1],
  ) => ReturnType<typeof loadTrace> & { readonly isLive: boolean };
  readonly tracesOf: (key: string) => ReturnType<typeof listTracesOf>;
  /** @returns which attempt begins */
  readonly rerunFrom: (
    asked: {
      readonly runId: AgentRunId;
      readonly key: string;
      readonly node: string;
      readonly prompts: Readonly<Partial<Record<PromptId, string>>>;
    },
    told: Told,
  ) => number;
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

const PROGRESS_MS = 200;

export function createAgentService(options: AgentServiceOptions): AgentService {
  const { db, file, clock, query, isReadOnly } = options;
  let active: ActiveAgent | undefined;
  const find = (id: AgentRunId) => (active?.id === id ? active : undefined);
  const progress = createThrottle(PROGRESS_MS, (id: AgentRunId) =>
    options.onProgress(describe(id)),
  );
  const traced = createTraced(options.onTraced);

  function describe(id: AgentRunId): AgentRun {
    const run = getAgentRun(db, id);
    const now = find(id)?.describe();
    const isElsewhere = now === undefined && isWorkedOnElsewhere(run, clock());
    const isLeft = run.state === 'running' && now === undefined && !isElsewhere;
    const { ablate, maxRounds, concurrency, filter, budgetUsd, label } = run.request;
    const { finishedAt } = run;
    const error = now === undefined ? run.error : now.error;
    return {
      id,
      createdAt: run.createdAt,
      ...(finishedAt !== undefined && { finishedAt }),
      state: isLeft ? 'paused' : (now?.state ?? run.state),
      model: run.model,
      ...(label !== undefined && { label }),
      ...{ ablate, maxRounds, concurrency, filter },
      totals: countAgentItems(db, id),
      seconds: run.seconds,
      spending: sumSpending(listSpending(db, spendingIdOf(id))),
      ...(budgetUsd !== undefined && { budgetUsd }),
      file: run.out,
      ...(error !== undefined && { error }),
    };
  }

  function requireFree(): void {
    if (isReadOnly) {
      throw new AppError(
        'read-only',
        `Cannot run the agent: the project can only be read. Copy it to a folder you can write to. "${file}"`,
      );
    }
    const isBusy =
      active !== undefined || listAgentRuns(db).some((run) => isWorkedOnElsewhere(run, clock()));
    if (!isBusy) return;
    throw new AppError(
      'busy',
      'Cannot run the agent: another run is going on. Wait, or cancel it.',
    );
  }

  function begin(id: AgentRunId, { commands = {} }: Told): void {
    const started = startAgent(id, {
      ...options,
      commands,
      media: query.media,
      onChange: () => progress.call(id),
      onTraced: (key) => traced.call(id, key),
    });
    active = started;
    void started.ended.then(() => {
      if (active === started) active = undefined;
      progress.now(id);
    });
  }

  const plan: AgentService['plan'] = (request, { commands = {} }) =>
    planAgent(db, request, commands, listKeys(query, request));

  return {
    plan,
    start(request, { out, ...told }) {
      requireFree();
      requirePrompts(request.prompts);
      const { obstacles } = plan(request, told);
      const isPriced = !obstacles.some((one) => one.startsWith('A budget'));
      if (obstacles.length > 0 && !(request.allowMissing && isPriced)) {
        throw new AppError('bad-input', `Cannot run the agent: ${obstacles.join(' ')}`, {
          details: { obstacles },
        });
      }
      const given = out === undefined ? undefined : resolve(out);
      const model = chooseModel(db, request, given);
      const path = given ?? join(dirname(file), 'agent', slug(model), 'predictions.jsonl');
      makeFolder(path);
      const createdAt = new Date(clock()).toISOString();
      const keys = listKeys(query, request);
      const id = writeNow(file, (writable) => {
        const added = insertAgentRun(writable, { request, model, out: path, createdAt });
        insertAgentItems(writable, added, keys);
        return added;
      });
      begin(id, told);
      return id;
    },
    pause(id) {
      getAgentRun(db, id);
      find(id)?.pause();
    },
    async resume(id, change, told) {
      const { request, state } = getAgentRun(db, id);
      const isChanged = Object.values(change).some((value) => value !== undefined);
      const going = find(id);
      if (going !== undefined && !isChanged) return going.resume();
      if (going === undefined && state === 'done') return;
      await going?.end('paused');
      requireFree();
      if (isChanged) writeNow(file, (db2) => saveAgentRequest(db2, id, { ...request, ...change }));
      begin(id, told);
    },
    async cancel(id) {
      const going = find(id);
      if (going !== undefined) return await going.end('cancelled');
      const { state } = getAgentRun(db, id);
      if (state === 'done' || state === 'cancelled') return;
      const now = clock();
      writeNow(file, (writable) =>
        saveAgentState(writable, id, {
          state: 'cancelled',
          finishedAt: new Date(now).toISOString(),
          error: undefined,
          ownerPid: undefined,
          beatAt: now,
        }),
      );
      progress.now(id);
    },
    list: () => listAgentRuns(db).map(({ id }) => describe(id)),
    get: (id) => ({ run: describe(id), spending: listSpending(db, spendingIdOf(id)) }),
    items(id, page) {
      getAgentRun(db, id);
      const found = listAgentItems(db, id, page);
      const now = find(id);
      const items = found.items.map((item): AgentItem =>
        now?.isWorkedOn(item.key) === true ? { ...item, state: 'running' } : item,
      );
      return { ...found, items };
    },
    trace: (asked) => ({
      ...loadTrace(db, asked),
      isLive: find(asked.runId)?.isWorkedOn(asked.key) ?? false,
    }),
    tracesOf: (key) => listTracesOf(db, key),
    rerunFrom({ runId, key, node, prompts }, told) {
      requireFree();
      requirePrompts(prompts);
      const { attempts } = loadTrace(db, { runId, key, after: Number.MAX_SAFE_INTEGER });
      const edited = Object.keys(prompts) as PromptId[]; // keys as the contract has them
      const at = new Date(clock()).toISOString();
      branchTrace(db, {
        ...{ runId, key, node },
        from: attempts,
        to: attempts + 1,
        resume: (seq) => ({
          ...({ kind: 'resume', why: 'rerun', seq, at, node } as const),
          editedPrompts: edited,
        }),
      });
      const attempt = writeNow(file, (writable) =>
        saveRerun(writable, runId, key, { node, prompts }),
      );
      begin(runId, told);
      return attempt;
    },
    async close() {
      await active?.end('paused');
      progress.cancel();
      traced.cancel();
    },
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

/** @throws AppError 'bad-input' for a prompt that lacks what is filled in */
function requirePrompts(prompts: Readonly<Partial<Record<PromptId, string>>>): void {
  for (const [id, text] of Object.entries(prompts)) checkPromptText(id as PromptId, text); // as typed
}

/** A folder's name that is the model's alone. */
function slug(name: string): string {
  if (name === 'UniMA') return 'unima';
  const clean = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${clean}-${sha256(name).slice(0, 6)}`;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw toAppError(error, { doing: 'make the folder of the predictions', path });
  }
}
