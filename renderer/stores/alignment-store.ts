// How the open instance's columns are aligned, and a few beside it, so that stepping in aligned rows
// paints at once.
import { create } from 'zustand';
import type { Alignment } from '../../shared/model/alignment.ts';
import type { MethodInput } from '../../shared/api/contract.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

const KEPT = 8;

interface AlignmentState {
  readonly byInstance: ReadonlyMap<string, AsyncData<Alignment>>;
  /** Why a pair was not kept. */
  readonly pairError: ShownError | undefined;
}

const useAlignmentStore = create<AlignmentState>(() => ({
  byInstance: new Map(),
  pairError: undefined,
}));

const idOf = (key: string, models: readonly string[]) => JSON.stringify([key, models]);
const partsOf = (id: string) => JSON.parse(id) as [key: string, models: string[]]; // as `idOf` made it
/** Of each alignment the newest request; older answers are dropped. */
const newest = new Map<string, symbol>();
let shown = '';

/** The alignment of an instance with these models, in their order. */
export function useAlignment(
  key: string | undefined,
  models: readonly string[],
): AsyncData<Alignment> {
  return useAlignmentStore(({ byInstance }) =>
    key === undefined ? idle : (byInstance.get(idOf(key, models)) ?? idle),
  );
}

/** Why the last pair made by hand was not kept. */
export function usePairError(): ShownError | undefined {
  return useAlignmentStore((state) => state.pairError);
}

function put(id: string, data: AsyncData<Alignment>): void {
  const byInstance = new Map(useAlignmentStore.getState().byInstance);
  byInstance.delete(id);
  byInstance.set(id, data);
  for (const oldest of byInstance.keys()) {
    if (byInstance.size <= KEPT) break;
    byInstance.delete(oldest);
  }
  useAlignmentStore.setState({ byInstance });
}

async function load(id: string): Promise<void> {
  const [key, models] = partsOf(id);
  const mine = Symbol(id);
  newest.set(id, mine);
  const before = useAlignmentStore.getState().byInstance.get(id);
  const previous = before === undefined ? undefined : latest(before);
  put(id, previous === undefined ? { status: 'loading' } : { status: 'loading', previous });
  try {
    const { alignment } = await api.call('alignment.get', { key, models });
    if (newest.get(id) === mine) put(id, { status: 'ready', data: alignment });
  } catch (error) {
    if (newest.get(id) === mine) put(id, { status: 'failed', error: toShownError(error) });
  }
}

/** Shows an alignment; asks for it unless it is here. */
export function loadAlignment(key: string, models: readonly string[]): void {
  shown = idOf(key, models);
  prefetchAlignment(key, models);
}

/** Asks for an alignment that is likely to be shown next. */
export function prefetchAlignment(key: string, models: readonly string[]): void {
  const id = idOf(key, models);
  const before = useAlignmentStore.getState().byInstance.get(id);
  if (before === undefined || before.status === 'failed') void load(id);
}

/** Says by hand what belongs together. */
export async function pairByHand(input: MethodInput<'alignment.pair'>): Promise<void> {
  await change(() => api.call('alignment.pair', input));
}

/** Forgets what was said by hand. */
export async function forgetPairs(input: MethodInput<'alignment.reset'>): Promise<void> {
  await change(() => api.call('alignment.reset', input));
}

async function change(call: () => Promise<unknown>): Promise<void> {
  useAlignmentStore.setState({ pairError: undefined });
  try {
    await call();
  } catch (error) {
    useAlignmentStore.setState({ pairError: toShownError(error) });
  }
}

/** What is shown is asked for again; the rest is dropped, and asked for when it is shown. */
function refresh(isMeant: (key: string) => boolean): void {
  const all = [...useAlignmentStore.getState().byInstance];
  const kept = all.filter(([id]) => id === shown || !isMeant(partsOf(id)[0]));
  useAlignmentStore.setState({ byInstance: new Map(kept) });
  const isAsked = kept.some(([id]) => id === shown);
  if (isAsked && isMeant(partsOf(shown)[0])) void load(shown);
}

/** During an import or a run the data changes many times a second. */
const refreshAll = createThrottle(() => refresh(() => true), 1500);

api.on('alignment.changed', ({ key }) => refresh((own) => own === key));
api.on('data.changed', () => refreshAll.call());
api.on('project.changed', () => {
  refreshAll.cancel();
  newest.clear();
  shown = '';
  useAlignmentStore.setState({ byInstance: new Map(), pairError: undefined });
});
