// What filter expressions may name in the project: asked for when somebody begins to type one.
import { create } from 'zustand';
import type { FilterVocabulary } from '../../shared/model/filter-vocabulary.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

const useVocabularyStore = create<{ readonly vocabulary: AsyncData<FilterVocabulary> }>(() => ({
  vocabulary: idle,
}));

const loader = createLoader<FilterVocabulary>(
  () => useVocabularyStore.getState().vocabulary,
  (vocabulary) => useVocabularyStore.setState({ vocabulary }),
);

function load(): Promise<void> {
  return loader.run(
    async (signal) => (await api.call('instances.vocabulary', {}, signal)).vocabulary,
  );
}

/** Asks only where nobody has. */
export function wantVocabulary(): void {
  const { status } = useVocabularyStore.getState().vocabulary;
  if (status === 'idle' || status === 'failed') void load();
}

/** Undefined until it is known. */
export function useVocabulary(): FilterVocabulary | undefined {
  return useVocabularyStore(({ vocabulary }) => latest(vocabulary));
}

/** During an import the data changes many times a second. */
const refresh = createThrottle(() => {
  if (useVocabularyStore.getState().vocabulary.status !== 'idle') void load();
}, 1500);

api.on('data.changed', () => refresh.call());
api.on('settings.changed', () => refresh.call());
api.on('project.changed', () => {
  refresh.cancel();
  loader.reset();
});
