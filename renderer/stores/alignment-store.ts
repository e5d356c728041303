// How the open instance's columns are aligned, and a few beside it, so that stepping in aligned rows
// paints at once.
import { create } from 'zustand';
import type { Alignment } from '../../shared/model/alignment.ts';
import type { MethodInput } from '../../shared/api/contract.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createKeptLoader } from './kept-loader.ts';
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

const loader = createKeptLoader<Alignment>(
  KEPT,
  () => useAlignmentStore.getState().byInstance,
  (byInstance) => useAlignmentStore.setState({ byInstance }),
  async (id) => {
    const [key, models] = partsOf(id);
    return (await api.call('alignment.get', { key, models })).alignment;
  },
);

/** Shows an alignment; asks for it unless it is here. */
export function loadAlignment(key: string, models: readonly string[]): void {
  shown = idOf(key, models);
  prefetchAlignment(key, models);
}

/** Asks for an alignment that is likely to be shown next. */
export function prefetchAlignment(key: string, models: readonly string[]): void {
  loader.want(idOf(key, models));
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
  loader.refresh(
    (id) => isMeant(partsOf(id)[0]),
    (id) => id === shown,
  );
}

/** During an import or a run the data changes many times a second. */
const refreshAll = createThrottle(() => refresh(() => true), 1500);

api.on('alignment.changed', ({ key }) => refresh((own) => own === key));
api.on('data.changed', () => refreshAll.call());
api.on('project.changed', () => {
  refreshAll.cancel();
  loader.reset();
  shown = '';
  useAlignmentStore.setState({ pairError: undefined });
});
