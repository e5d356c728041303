// What papers print. It never changes while the app runs, so it is asked for once.
import { create } from 'zustand';
import type { PublishedResults } from '../../shared/model/published.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

const usePublishedStore = create<{ readonly published: AsyncData<PublishedResults> }>(() => ({
  published: idle,
}));

const loader = createLoader<PublishedResults>(
  () => usePublishedStore.getState().published,
  (published) => usePublishedStore.setState({ published }),
);

export function wantPublished(): void {
  const { status } = usePublishedStore.getState().published;
  if (status === 'ready' || status === 'loading') return;
  void loader.run(async (signal) => (await api.call('analysis.published', {}, signal)).published);
}

/** Undefined until it is there. */
export function usePublished(): PublishedResults | undefined {
  return usePublishedStore((state) => latest(state.published));
}
