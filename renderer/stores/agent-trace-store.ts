// Traces as they are read: the one that is shown, perhaps another beside it, each growing while it is
// live; and the instance that they are about, for its media.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { AgentRunId, type TraceRecord } from '../../shared/model/agent.ts';
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
}

export type TraceEntry = MethodOutput<'agent.tracesOf'>['traces'][number];

/** Traces that are kept: the shown one, the one beside it, and some that were shown before. */
const MOST = 6;
const LIVE_MS = 250;

interface TraceState {
  readonly traces: ReadonlyMap<string, AsyncData<Trace>>;
  /** By instance: the traces that there are of it. */
  readonly lists: ReadonlyMap<string, AsyncData<readonly TraceEntry[]>>;
  /** By instance and model. */
  readonly instances: ReadonlyMap<string, AsyncData<InstanceDetail>>;
}

const useTraceStore = create<TraceState>(() => ({
  traces: new Map(),
  lists: new Map(),
  instances: new Map(),
}));

const idOf = ({ runId, key, attempt }: TraceName) => JSON.stringify([runId, key, attempt ?? 0]);
const running = new Set<string>();

/** A trace, as views draw it. */
export function useTrace(name: TraceName | undefined): AsyncData<Trace> | undefined {
  return useTraceStore(({ traces }) => (name === undefined ? undefined : traces.get(idOf(name))));
}

/** Reads a trace, or what came to it since. */
export async function loadTrace(name: TraceName): Promise<void> {
  const id = idOf(name);
  if (running.has(id)) return;
  running.add(id);
  const before = useTraceStore.getState().traces.get(id);
  const known = before === undefined ? undefined : latest(before);
  if (known === undefined) put(id, { status: 'loading' });
  try {
    const { runId, key, attempt } = name;
    const after = known?.records.at(-1)?.seq ?? -1;
    const asked = { runId, key, after, ...(attempt === undefined ? {} : { attempt }) };
    const { records, ...rest } = await api.call('agent.trace', asked);
    // another attempt has begun: its records are no continuation
    if ((known?.attempt ?? rest.attempt) !== rest.attempt) {
      const whole = await api.call('agent.trace', { ...asked, after: -1 });
      put(id, { status: 'ready', data: whole });
    } else {
      put(id, {
        status: 'ready',
        data: { ...rest, records: [...(known?.records ?? []), ...records] },
      });
    }
  } catch (error) {
    put(id, { status: 'failed', error: toShownError(error) });
  } finally {
    running.delete(id);
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
  async (id) => {
    const [key = '', model = ''] = JSON.parse(id) as string[]; // as `wantTracedInstance` made it
    return (await api.call('instances.get', { key, models: [model] })).instance;
  },
);

/** The instance of a trace, with the answer that the trace tells of once it is among the responses. */
export function useTracedInstance(key: string, model: string): InstanceDetail | undefined {
  return useTraceStore(({ instances }) => {
    const state = instances.get(JSON.stringify([key, model]));
    return state === undefined ? undefined : latest(state);
  });
}
export const wantTracedInstance = (key: string, model: string) =>
  instanceLoader.want(JSON.stringify([key, model]));

/** Traces that grew since they were read. */
const grown = new Map<string, TraceName>();
const follow = createThrottle(() => {
  for (const name of grown.values()) void loadTrace(name);
  grown.clear();
}, LIVE_MS);

api.on('agent.traced', ({ runId, key }) => {
  for (const id of useTraceStore.getState().traces.keys()) {
    const [run, of, attempt] = JSON.parse(id) as [number, string, number]; // as `idOf` made it
    if (run !== runId || of !== key) continue;
    const name = { runId: AgentRunId.parse(run), key };
    grown.set(id, attempt === 0 ? name : { ...name, attempt });
  }
  listLoader.refresh(
    (id) => id === key,
    (id) => id === key,
  );
  if (grown.size > 0) follow.call();
});
api.on('data.changed', () => {
  instanceLoader.refresh(
    () => true,
    () => true,
  );
});
api.on('project.changed', () => {
  follow.cancel();
  listLoader.reset();
  instanceLoader.reset();
  useTraceStore.setState({ traces: new Map() });
});
