// Holds the one instance that is open, and a few beside it, so that stepping with j/k paints at once.
import { create } from 'zustand';
import type { InstanceDetail } from '../../shared/model/instance.ts';
import { api } from '../api/index.ts';
import { toShownError } from './api-error.ts';
import { type AsyncData, idle, latest } from './async-data.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { prefetchFacts } from './media-store.ts';

const answers = createKeptAnswers<InstanceDetail>(8);

interface InstanceState {
  readonly detail: AsyncData<InstanceDetail>;
}

const useInstanceStore = create<InstanceState>(() => ({ detail: idle }));
let wanted = '';
let asked: { readonly key: string; readonly models: readonly string[] } | undefined;

/** The open instance, as views draw it. */
export function useInstance(): AsyncData<InstanceDetail> {
  return useInstanceStore((state) => state.detail);
}

/** Opens an instance with the responses of `models`, in that order. */
export async function loadInstance(key: string, models: readonly string[]): Promise<void> {
  const id = cacheKey(key, models);
  wanted = id;
  asked = { key, models };
  const ready = answers.known(id);
  if (ready !== undefined) {
    useInstanceStore.setState({ detail: { status: 'ready', data: ready } });
    return;
  }
  const previous = latest(useInstanceStore.getState().detail);
  useInstanceStore.setState({
    detail: previous === undefined ? { status: 'loading' } : { status: 'loading', previous },
  });
  try {
    const data = await fetchInstance(key, models);
    if (wanted === id) useInstanceStore.setState({ detail: { status: 'ready', data } });
  } catch (error) {
    if (wanted !== id) return;
    useInstanceStore.setState({ detail: { status: 'failed', error: toShownError(error) } });
  }
}

/** Asks for an instance that is likely to be opened next; a failure shows when it is opened. */
export function prefetchInstance(key: string, models: readonly string[]): void {
  fetchInstance(key, models).then(
    // a card that knows its file's size takes its height at once
    ({ task, reference, responses }) => {
      for (const { items } of [task, reference, ...responses.map((each) => each.sequence)])
        prefetchFacts(items);
    },
    () => undefined, // told by loadInstance, which asks again
  );
}

function fetchInstance(key: string, models: readonly string[]): Promise<InstanceDetail> {
  return answers.ask(cacheKey(key, models), async () => {
    const { instance } = await api.call('instances.get', { key, models: [...models] });
    return instance;
  });
}

const cacheKey = (key: string, models: readonly string[]) => JSON.stringify([key, models]);

api.on('data.changed', () => {
  answers.forget();
  if (asked !== undefined) void loadInstance(asked.key, asked.models);
});
api.on('project.changed', () => {
  answers.forget();
  wanted = '';
  asked = undefined;
  useInstanceStore.setState({ detail: idle });
});
