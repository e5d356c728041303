// Traces as they are read: the one that is shown, perhaps another beside it, each growing while it is
// live; and the instance that they are about, for its media.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { AgentRunId, type TraceRecord } from '../../shared/model/agent.ts';
import type { Item } from '../../shared/model/content.ts';
import type { InstanceDetail } from '../../shared/model/instance.ts';
import { api } from '../api/index.ts';
import { toShownError } from './api-error.ts';
import { latest, type AsyncData } from './async-data.ts';
import { createKeptLoader } from './kept-loader.ts';
import { createThrottle } from './throttle.ts';

/** Which trace: of which run and instance, and which attempt (the newest when absent). */
export interface TraceName {
  readonly runId: AgentRunId;
  readonly key: string;
  readonly attempt?: number | undefined;
}

export interface Trace {
  readonly records: readonly TraceRecord[];
  readonly attempt: number;
  readonly attempts: number;
  readonly isLive: boolean;
  readonly unreadable: number;
  /** What was made so far. */
  readonly items: readonly Item[];
}

export type TraceEntry = MethodOutput<'agent.tracesOf'>['traces'][number];

/** Traces that are kept: the shown one, the one beside it, and some that were shown before. */
const MOST = 6;
const LIVE_MS = 250;

interface TraceState {
  readonly traces: ReadonlyMap<string, AsyncData<Trace>>;
  /** By instance: the traces that there are of it. */
  readonly lists: ReadonlyMap<string, AsyncData<readonly TraceEntry[]>>;
  readonly instances: ReadonlyMap<string, AsyncData<InstanceDetail>>;
}

const useTraceStore = create<TraceState>(() => ({
  traces: new Map(),
  lists: new Map(),
  instances: new Map(),
}));

const idOf = ({ runId, key, attempt }: TraceName) => JSON.stringify([runId, key, attempt ?? 0]);
/** Of each trace the question that is on its way: an older one's answer is not taken. */
const newest = new Map<string, symbol>();
/** Traces that grew while they were asked for. */
const again = new Set<string>();

/** A trace, as views draw it. */
export function useTrace(name: TraceName | undefined): AsyncData<Trace> | undefined {
  return useTraceStore(({ traces }) => (name === undefined ? undefined : traces.get(idOf(name))));
}

/** Reads a trace, or what came to it since; all of it where what is known may be of another project. */
export async function loadTrace(name: TraceName, isWhole = false): Promise<void> {
  const id = idOf(name);
  if (!isWhole && newest.has(id)) {
    again.add(id);
    return;
  }
  const mine = Symbol(id);
  newest.set(id, mine);
  const before = useTraceStore.getState().traces.get(id);
  const known = before === undefined ? undefined : latest(before);
  if (known === undefined) put(id, { status: 'loading' });
  const loaded = await askTrace(name, isWhole ? undefined : known);
  if (newest.get(id) !== mine) return;
  newest.delete(id);
  put(id, loaded);
  if (again.delete(id)) void loadTrace(name);
}

async function askTrace(name: TraceName, known: Trace | undefined): Promise<AsyncData<Trace>> {
  const { runId, key, attempt } = name;
  const which = { runId, key, ...(attempt === undefined ? {} : { attempt }) };
  try {
    const after = known?.records.at(-1)?.seq ?? -1;
    const { records, ...rest } = await api.call('agent.trace', { ...which, after });
    if (known?.attempt === rest.attempt) {
      return { status: 'ready', data: { ...rest, records: [...known.records, ...records] } };
    }
    // another attempt has begun: its records are no continuation
    if (known !== undefined) return await askTrace(name, undefined);
    return { status: 'ready', data: { ...rest, records } };
  } catch (error) {
    return { status: 'failed', error: toShownError(error) };
  }
}

function put(id: string, trace: AsyncData<Trace>): void {
  const traces = new Map(useTraceStore.getState().traces);
  traces.delete(id);
  traces.set(id, trace);
  for (const oldest of traces.keys()) {
    if (traces.size <= MOST) break;
    traces.delete(oldest);
  }
  useTraceStore.setState({ traces });
}

const listLoader = createKeptLoader<readonly TraceEntry[]>(
  MOST,
  () => useTraceStore.getState().lists,
  (lists) => useTraceStore.setState({ lists }),
  async (key) => (await api.call('agent.tracesOf', { key })).traces,
);

/** The traces of an instance, newest first. */
export function useTraceList(key: string): AsyncData<readonly TraceEntry[]> | undefined {
  return useTraceStore(({ lists }) => lists.get(key));
}
export const wantTraceList = (key: string) => listLoader.want(key);

const instanceLoader = createKeptLoader<InstanceDetail>(
  MOST,
  () => useTraceStore.getState().instances,
  (instances) => useTraceStore.setState({ instances }),
  async (key) => (await api.call('instances.get', { key, models: [] })).instance,
);

/** The instance that a trace is about. */
export function useTracedInstance(key: string): InstanceDetail | undefined {
  return useTraceStore(({ instances }) => {
    const state = instances.get(key);
    return state === undefined ? undefined : latest(state);
  });
}
export const wantTracedInstance = (key: string) => instanceLoader.want(key);

/** Traces that grew since they were read. */
const grown = new Map<string, TraceName>();
const follow = createThrottle(() => {
  for (const name of grown.values()) void loadTrace(name);
  grown.clear();
}, LIVE_MS);

function nameOf(id: string): TraceName {
  const [run, key, attempt] = JSON.parse(id) as [number, string, number]; // as `idOf` made it
  const name = { runId: AgentRunId.parse(run), key };
  return attempt === 0 ? name : { ...name, attempt };
}

const all = () => true;

api.on('agent.traced', ({ runId, key }) => {
  for (const id of useTraceStore.getState().traces.keys()) {
    const name = nameOf(id);
    if (name.runId === runId && name.key === key) grown.set(id, name);
  }
  listLoader.refresh((id) => id === key, all);
  if (grown.size > 0) follow.call();
});
api.on('data.changed', () => instanceLoader.refresh(all, all));
// comes at the end of an import, too: what is shown stays until it was read anew
api.on('project.changed', () => {
  listLoader.refresh(all, all);
  instanceLoader.refresh(all, all);
  for (const id of useTraceStore.getState().traces.keys()) void loadTrace(nameOf(id), true);
});
