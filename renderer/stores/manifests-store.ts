// What each model takes in; decides which instances it supports.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import type { ModelManifest } from '../../shared/model/settings.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

export type Manifests = MethodOutput<'models.manifests'>;

interface ManifestsState {
  readonly manifests: AsyncData<Manifests>;
  readonly commandError: ShownError | undefined;
}

export const useManifests = create<ManifestsState>(() => ({
  manifests: idle,
  commandError: undefined,
}));

const loader = createLoader<Manifests>(
  () => useManifests.getState().manifests,
  (manifests) => useManifests.setState({ manifests }),
);

export function loadManifests(): Promise<void> {
  return loader.run((signal) => api.call('models.manifests', {}, signal));
}

let choices = 0;
let saved: Promise<void> = Promise.resolve();

/**
 * Saved at once: it is one choice, and as easily taken back. Choices are saved in the order in which
 * they were made, and what is kept is asked for behind the last of them only: an earlier answer knows
 * nothing of a later choice.
 */
export function saveManifest(manifest: ModelManifest): Promise<void> {
  const choice = ++choices;
  loader.drop();
  useManifests.setState(({ manifests }) => ({
    commandError: undefined,
    manifests: withManifest(manifests, manifest),
  }));
  saved = saved.then(async () => {
    try {
      await api.call('models.saveManifest', { manifest });
    } catch (error) {
      useManifests.setState({ commandError: toShownError(error) });
    }
    if (choice === choices) await loadManifests();
  });
  return saved;
}

/** Shows a choice before it is kept: a box that is clicked is ticked. */
function withManifest(state: AsyncData<Manifests>, manifest: ModelManifest): AsyncData<Manifests> {
  const before = latest(state);
  if (before === undefined) return state;
  const manifests = before.manifests.map((each) =>
    each.model === manifest.model ? manifest : each,
  );
  return { status: 'ready', data: { ...before, manifests } };
}

api.on('project.changed', () => loader.reset());
