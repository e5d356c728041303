// Where the open instance stands in the filtered, sorted list. Steps asked for while the answer is on
// its way are remembered, so that quick presses of "j" are all taken.
import { create } from 'zustand';
import { api } from '../api/index.ts';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import type { InstancesQuery } from './instances-store.ts';
import { selectInstance } from './instances-store.ts';
import { currentRoute, openInstance } from './route-store.ts';

export type Position = MethodOutput<'instances.position'>;

export const usePositionStore = create<{
  readonly key: string | undefined;
  readonly position: AsyncData<Position>;
}>(() => ({ key: undefined, position: idle }));

const loader = createLoader<Position>(
  () => usePositionStore.getState().position,
  (position) => usePositionStore.setState({ position }),
);

/** Steps not yet taken; positive is forward. */
let stepsWanted = 0;
let asked: { readonly query: InstancesQuery; readonly key: string } | undefined;

export async function loadPosition(query: InstancesQuery, key: string): Promise<void> {
  asked = { query, key };
  usePositionStore.setState({ key });
  const { filter, sort, models } = query;
  await loader.run((signal) =>
    api.call('instances.position', { filter, sort, models: [...models], key }, signal),
  );
  if (usePositionStore.getState().key !== key) return;
  const steps = stepsWanted;
  stepsWanted = 0;
  if (steps !== 0) stepInstance(steps);
}

/** The same question again, because the data behind it changed. */
export function reloadPosition(): void {
  if (asked !== undefined) void loadPosition(asked.query, asked.key);
}

export function clearPosition(): void {
  stepsWanted = 0;
  asked = undefined;
  usePositionStore.setState({ key: undefined });
  loader.reset();
}

/** Place of the open instance, with its neighbours; the one before while the new one loads. */
export function useNeighbours(): Position | undefined {
  return usePositionStore((state) => latest(state.position));
}

/** Opens the instance `steps` behind (or before, if negative) the open one; stops at the ends. */
export function stepInstance(steps: number): void {
  const { key, position } = usePositionStore.getState();
  // just opened: its place has not even been asked for
  const isOld = key !== currentRoute().key;
  if (isOld || position.status === 'loading') {
    stepsWanted += steps;
    return;
  }
  if (position.status !== 'ready' || steps === 0) return;
  const next = steps > 0 ? position.data.next : position.data.previous;
  if (next === undefined) return;
  stepsWanted = steps - Math.sign(steps);
  selectInstance(next);
  openInstance(next, { replace: true });
}
