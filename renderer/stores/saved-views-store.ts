// Views of the instances with a name: addresses, kept with the project.
import { create } from 'zustand';
import type { SavedView } from '../../shared/model/saved-view.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { formatRoute, parseRoute } from './route.ts';
import { currentRoute, navigate } from './route-store.ts';

interface SavedViewsState {
  readonly views: AsyncData<readonly SavedView[]>;
  /** Why the last change was not kept. */
  readonly error: ShownError | undefined;
}

export const useSavedViewsStore = create<SavedViewsState>(() => ({
  views: idle,
  error: undefined,
}));

const loader = createLoader<readonly SavedView[]>(
  () => useSavedViewsStore.getState().views,
  (views) => useSavedViewsStore.setState({ views }),
);

export function loadSavedViews(): Promise<void> {
  return loader.run(async (signal) => (await api.call('views.list', {}, signal)).views);
}

const none: readonly never[] = [];

export function useSavedViews(): readonly SavedView[] {
  return useSavedViewsStore(({ views }) => latest(views) ?? none);
}

/** What is kept of an address: what stands behind the question mark, without the row one is at. */
export function currentQuery(): string {
  const route = currentRoute();
  const { at: _at, ...view } = route.view;
  const [, query = ''] = formatRoute({ ...route, screen: 'instances', view }).split('?');
  return query;
}

export function openView(view: SavedView): void {
  navigate(parseRoute(`#/instances?${view.query}`));
}

async function change(work: () => Promise<unknown>): Promise<boolean> {
  useSavedViewsStore.setState({ error: undefined });
  try {
    await work();
    return true;
  } catch (error) {
    useSavedViewsStore.setState({ error: toShownError(error) });
    return false;
  } finally {
    await loadSavedViews();
  }
}

/** Keeps what is shown now under a name, in place of a view that has this name. */
export function saveView(name: string): Promise<boolean> {
  return change(() => api.call('views.save', { name, query: currentQuery() }));
}

export function renameView(view: SavedView, name: string): Promise<boolean> {
  return change(() => api.call('views.save', { id: view.id, name, query: view.query }));
}

export function removeView(view: SavedView): Promise<boolean> {
  return change(() => api.call('views.remove', { id: view.id }));
}

api.on('project.changed', () => {
  loader.reset();
  useSavedViewsStore.setState({ error: undefined });
});
