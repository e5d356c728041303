// The runs of the agent in the open project: at most one is worked on. What a run is stands in the
// database and in traces, so that one which was cut off is found paused and goes on where it was.
import type {
  AgentCommands,
  AgentItem,
  AgentPlan,
  AgentRequest,
  AgentRun,
  AgentRunId,
} from '../../../../shared/model/agent.ts';
import type { Spending } from '../../../../shared/model/judge.ts';
import { listAgentItems } from '../../db/agent-items.ts';
import {
  getAgentRun,
  listAgentRuns,
  saveAgentRequest,
  saveAgentState,
  spendingIdOf,
} from '../../db/agent-runs.ts';
import { listSpending } from '../../db/spending.ts';
import { writeNow } from '../scoring/write-now.ts';
import { addAgentRun } from './add-agent-run.ts';
import { createAgentSlot, type AgentSlotOptions } from './agent-slot.ts';
import { listKeys } from './list-keys.ts';
import { planAgent } from './plan-agent.ts';
import { listTracesOf, loadTrace } from './read-traces.ts';
import { branchForRerun, type RerunRequest } from './rerun.ts';

/** What a project does not keep. */
interface Told {
  readonly commands?: AgentCommands | undefined;
}

/** Plans, starts and steers runs of the agent. */
export interface AgentService {
  readonly plan: (request: AgentRequest, told: Told) => AgentPlan;
  /** @throws AppError 'busy', 'read-only', 'unsupported' with what keeps it from beginning, 'bad-input' */
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
    asked: Parameters<typeof loadTrace>[2],
  ) => ReturnType<typeof loadTrace> & { readonly isLive: boolean };
  readonly tracesOf: (key: string) => ReturnType<typeof listTracesOf>;
  /** @returns which attempt begins */
  readonly rerunFrom: (asked: RerunRequest, told: Told) => number;
  /** Pauses what goes on. */
  readonly close: () => Promise<void>;
}

export function createAgentService(options: AgentSlotOptions): AgentService {
  const { db, file, clock, query } = options;
  const slot = createAgentSlot(options);
  const keysOf = (request: AgentRequest) => listKeys(query, request);
  return {
    plan: (request, { commands = {} }) => planAgent(db, request, commands, keysOf(request)),
    start(request, { out, commands }) {
      slot.requireFree();
      const id = addAgentRun(options, request, keysOf(request), { out, commands });
      query.forget(); // a folder was opened
      slot.begin(id, commands);
      return id;
    },
    pause(id) {
      getAgentRun(db, id);
      slot.find(id)?.pause();
    },
    async resume(id, change, { commands }) {
      const { request, state } = getAgentRun(db, id);
      const isChanged = Object.values(change).some((value) => value !== undefined);
      const going = slot.find(id);
      if (going !== undefined && !isChanged) return going.resume();
      if (going === undefined && state === 'done') return;
      await going?.end('paused');
      slot.requireFree();
      if (isChanged) writeNow(file, (own) => saveAgentRequest(own, id, { ...request, ...change }));
      slot.begin(id, commands);
    },
    async cancel(id) {
      const going = slot.find(id);
      if (going !== undefined) return await going.end('cancelled');
      const { state } = getAgentRun(db, id);
      if (state === 'done' || state === 'cancelled') return;
      const now = clock();
      const finishedAt = new Date(now).toISOString();
      const rest = { error: undefined, ownerPid: undefined, beatAt: now };
      writeNow(file, (own) => saveAgentState(own, id, { state: 'cancelled', finishedAt, ...rest }));
      slot.tell(id);
    },
    list: () => listAgentRuns(db).map(({ id }) => slot.describe(id)),
    get: (id) => ({ run: slot.describe(id), spending: listSpending(db, spendingIdOf(id)) }),
    items(id, page) {
      getAgentRun(db, id);
      const { items, total } = listAgentItems(db, id, page);
      const isWorkedOn = (key: string) => slot.find(id)?.isWorkedOn(key) === true;
      const asNow = (item: AgentItem): AgentItem =>
        isWorkedOn(item.key) ? { ...item, state: 'running' } : item;
      return { items: items.map(asNow), total };
    },
    trace: (asked) => ({
      ...loadTrace(db, query.media, asked),
      isLive: slot.find(asked.runId)?.isWorkedOn(asked.key) ?? false,
    }),
    tracesOf: (key) => listTracesOf(db, key),
    rerunFrom(asked, { commands }) {
      slot.requireFree();
      const attempt = branchForRerun(options, asked);
      slot.begin(asked.runId, commands);
      return attempt;
    },
    close: slot.close,
  };
}
