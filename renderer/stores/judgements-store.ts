// What is behind the judged figures of responses: asked for by instance and model, kept for the few
// that were shown last.
import { create } from 'zustand';
import type { Judgement, JudgementVerdict } from '../../shared/model/judge.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createKeptLoader } from './kept-loader.ts';
import { currentRoute } from './route-store.ts';
import { createThrottle } from './throttle.ts';

const KEPT = 12;

interface JudgementsState {
  readonly byResponse: ReadonlyMap<string, AsyncData<readonly Judgement[]>>;
  /** Why a label was not kept. */
  readonly labelError: ShownError | undefined;
}

export const useJudgementsStore = create<JudgementsState>(() => ({
  byResponse: new Map(),
  labelError: undefined,
}));

const idOf = (key: string, model: string) => JSON.stringify([key, model]);
const partsOf = (id: string) => JSON.parse(id) as [key: string, model: string]; // as `idOf` made it

/** Everything judged of one response. */
export function useJudgements(
  key: string | undefined,
  model: string | undefined,
): AsyncData<readonly Judgement[]> {
  return useJudgementsStore(({ byResponse }) =>
    key === undefined || model === undefined ? idle : (byResponse.get(idOf(key, model)) ?? idle),
  );
}

const loader = createKeptLoader<readonly Judgement[]>(
  KEPT,
  () => useJudgementsStore.getState().byResponse,
  (byResponse) => useJudgementsStore.setState({ byResponse }),
  async (id) => {
    const [key, model] = partsOf(id);
    return (await api.call('judgements.get', { key, model })).judgements;
  },
);

/** Asks for the judgements of a response; those that are here are not asked for again. */
export function loadJudgements(key: string, model: string): void {
  loader.want(idOf(key, model));
}

/** Says what a person thinks of a judgement; without a verdict what was said is taken back. */
export async function labelJudgement(
  judgementId: string,
  verdict: JudgementVerdict | undefined,
  note: string,
): Promise<void> {
  useJudgementsStore.setState({ labelError: undefined });
  try {
    const { labels } = await api.call('judgements.label', {
      id: judgementId,
      note,
      ...(verdict === undefined ? {} : { verdict }),
    });
    const changed = new Map(useJudgementsStore.getState().byResponse);
    for (const [id, state] of changed) {
      if (state.status !== 'ready') continue; // newer ones are on their way, with the label
      const data = state.data.map((each) => (each.id === judgementId ? { ...each, labels } : each));
      changed.set(id, { status: 'ready', data });
    }
    useJudgementsStore.setState({ byResponse: changed });
  } catch (error) {
    useJudgementsStore.setState({ labelError: toShownError(error) });
  }
}

/** What is shown is asked for again; the rest is dropped, and asked for when it is shown. */
function refresh(): void {
  const shown = currentRoute().key;
  loader.refresh(
    () => true,
    (id) => partsOf(id)[0] === shown,
  );
}

/** A run changes the data many times; nobody reads judgements that fast. */
const refreshSoon = createThrottle(refresh, 1500);

api.on('judgements.changed', ({ key }) => {
  if (key === currentRoute().key) refreshSoon.call();
});
api.on('data.changed', () => refreshSoon.call());
api.on('settings.changed', () => refreshSoon.call());
api.on('project.changed', () => {
  refreshSoon.cancel();
  loader.reset();
  useJudgementsStore.setState({ labelError: undefined });
});
