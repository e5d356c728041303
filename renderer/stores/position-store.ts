// Where the open instance stands in the filtered, sorted list. Steps asked for while the answer is on
// its way are remembered, so that quick presses of "j" are all taken.
import { create } from 'zustand';
import { api } from '../api/index.ts';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { selectInstance, type InstancesQuery } from './instances-store.ts';
import { createKeptAnswers } from './kept-answers.ts';
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

const answers = createKeptAnswers<Position>(8);

export async function loadPosition(query: InstancesQuery, key: string): Promise<void> {
  asked = { query, key };
  const ready = answers.known(idOf(query, key));
  if (ready !== undefined) {
    loader.drop();
    usePositionStore.setState({ key, position: { status: 'ready', data: ready } });
  } else {
    usePositionStore.setState({ key });
    await loader.run(() => fetchPosition(query, key));
    if (usePositionStore.getState().key !== key) return;
  }
  const steps = stepsWanted;
  stepsWanted = 0;
  if (steps !== 0) stepInstance(steps);
  else askAhead(query);
}

/** The places of the neighbours, which are likely to be opened next. */
function askAhead(query: InstancesQuery): void {
  const { position } = usePositionStore.getState();
  if (position.status !== 'ready') return;
  for (const near of [position.data.next, position.data.previous])
    if (near !== undefined) fetchPosition(query, near).catch(() => undefined); // told when it is opened
}

function fetchPosition(query: InstancesQuery, key: string): Promise<Position> {
  const { filter, sort, models } = query;
  return answers.ask(idOf(query, key), () =>
    api.call('instances.position', { filter, sort, models: [...models], key }),
  );
}

const idOf = ({ filter, sort, models }: InstancesQuery, key: string) =>
  JSON.stringify([filter, sort, models, key]);

/** What was asked ahead is asked again; the place of the open instance stays as it is. */
export const forgetPositionsAhead = answers.forget;

/** The same question again, because the data behind it changed. */
export function reloadPosition(): void {
  forgetPositionsAhead();
  if (asked !== undefined) void loadPosition(asked.query, asked.key);
}

export function clearPosition(): void {
  stepsWanted = 0;
  asked = undefined;
  forgetPositionsAhead();
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
