// Runs of the agent: what one would do, what one is doing, and what came of those before.
import { create } from 'zustand';
import type { MethodInput, MethodOutput } from '../../shared/api/contract.ts';
import type { AgentPlan, AgentRun, AgentRunId, AgentVerdict } from '../../shared/model/agent.ts';
import { api } from '../api/index.ts';
import { namedCommands } from './agent-commands-store.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { currentRoute } from './route-store.ts';
import { createThrottle } from './throttle.ts';

export type AgentRequestInput = MethodInput<'agent.plan'>;
export type AgentItems = MethodOutput<'agent.items'> & {
  readonly runId: AgentRunId;
  readonly verdict: AgentVerdict | undefined;
  readonly offset: number;
};

/** Instances of a run that are listed at once. */
export const AGENT_PAGE = 100;

interface AgentState {
  readonly runs: AsyncData<readonly AgentRun[]>;
  readonly plan: AsyncData<AgentPlan>;
  readonly detail: AsyncData<MethodOutput<'agent.get'>>;
  readonly items: AsyncData<AgentItems>;
  /** Why the last command did nothing. */
  readonly commandError: ShownError | undefined;
}

export const useAgent = create<AgentState>(() => ({
  runs: idle,
  plan: idle,
  detail: idle,
  items: idle,
  commandError: undefined,
}));

const runsLoader = createLoader<readonly AgentRun[]>(
  () => useAgent.getState().runs,
  (runs) => useAgent.setState({ runs }),
);
const planLoader = createLoader<AgentPlan>(
  () => useAgent.getState().plan,
  (plan) => useAgent.setState({ plan }),
);
const detailLoader = createLoader<MethodOutput<'agent.get'>>(
  () => useAgent.getState().detail,
  (detail) => useAgent.setState({ detail }),
);
const itemsLoader = createLoader<AgentItems>(
  () => useAgent.getState().items,
  (items) => useAgent.setState({ items }),
);

export function loadAgentRuns(): Promise<void> {
  return runsLoader.run(async (signal) => (await api.call('agent.list', {}, signal)).runs);
}

/** What a plan was asked for last. */
let planned: AgentRequestInput | undefined;

export function planAgent(request: AgentRequestInput): Promise<void> {
  planned = request;
  return planLoader.run(async (signal) => (await api.call('agent.plan', request, signal)).plan);
}

export function loadAgentRun(runId: AgentRunId): Promise<void> {
  if (latest(useAgent.getState().detail)?.run.id !== runId) detailLoader.reset();
  return detailLoader.run((signal) => api.call('agent.get', { runId }, signal));
}

/** Asks for a page of a run's instances. */
export function loadAgentItems(
  runId: AgentRunId,
  verdict: AgentVerdict | undefined,
  offset = 0,
): Promise<void> {
  if (latest(useAgent.getState().items)?.runId !== runId) itemsLoader.reset();
  return itemsLoader.run(async (signal) => {
    const which = verdict === undefined ? {} : { verdict };
    const asked = { runId, offset, limit: AGENT_PAGE, ...which };
    return { ...(await api.call('agent.items', asked, signal)), runId, verdict, offset };
  });
}

/** @returns the new run; undefined when it was refused, and why is then in `commandError` */
export async function startAgent(
  request: MethodInput<'agent.start'>,
): Promise<AgentRunId | undefined> {
  return command(async () => (await api.call('agent.start', request)).runId);
}

export const pauseAgent = (runId: AgentRunId) => command(() => api.call('agent.pause', { runId }));
/** Goes on, with another budget where one is given. */
export const resumeAgent = (runId: AgentRunId, budgetUsd?: number) =>
  command(() =>
    api.call('agent.resume', {
      ...namedCommands(),
      runId,
      ...(budgetUsd === undefined ? {} : { budgetUsd }),
    }),
  );
export const cancelAgent = (runId: AgentRunId) =>
  command(() => api.call('agent.cancel', { runId }));

/** @returns the new attempt; undefined when it was refused */
export async function rerunAgent(
  request: MethodInput<'agent.rerunFrom'>,
): Promise<number | undefined> {
  const asked = { ...request, ...namedCommands() };
  return command(async () => (await api.call('agent.rerunFrom', asked)).attempt);
}

/** What was refused is no longer of interest. */
export function forgetAgentError(): void {
  useAgent.setState({ commandError: undefined });
}

async function command<T>(act: () => Promise<T>): Promise<T | undefined> {
  forgetAgentError();
  try {
    return await act();
  } catch (error) {
    useAgent.setState({ commandError: toShownError(error) });
    return undefined;
  }
}

/** Instances and roles are asked for while a run goes on, but not for every event. */
const refresh = createThrottle(() => {
  const { detail, items } = useAgent.getState();
  const shown = latest(detail);
  if (shown !== undefined) void loadAgentRun(shown.run.id);
  const listed = latest(items);
  if (listed !== undefined) void loadAgentItems(listed.runId, listed.verdict, listed.offset);
}, 1000);

/** Takes a run as it comes by event. */
function receiveRun(run: AgentRun): void {
  const { runs, detail } = useAgent.getState();
  const known = latest(runs) ?? [];
  const isNew = !known.some((each) => each.id === run.id);
  const next = isNew ? [run, ...known] : known.map((each) => (each.id === run.id ? run : each));
  useAgent.setState({ runs: { status: 'ready', data: next } });
  const shown = latest(detail);
  if (shown?.run.id !== run.id) return;
  useAgent.setState({ detail: { status: 'ready', data: { ...shown, run } } });
  refresh.call();
}

api.on('agent.progress', receiveRun);
/** A plan follows from settings and data; one that is not shown any more is asked for in vain. */
function planAnew(): void {
  if (planned !== undefined && currentRoute().screen === 'agent') void planAgent(planned);
}

api.on('settings.changed', planAnew);
// comes at the end of an import, too: what is shown stays until it was asked for anew
api.on('project.changed', () => {
  planAnew();
  const { runs, detail, items } = useAgent.getState();
  if (runs.status !== 'idle') void loadAgentRuns();
  if (detail.status !== 'idle' || items.status !== 'idle') refresh.call();
});
