// What each model takes in; decides which instances it supports.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import type { ModelManifest } from '../../shared/model/settings.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

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

/** Saved at once: it is one choice, and as easily taken back. */
export async function saveManifest(manifest: ModelManifest): Promise<void> {
  useManifests.setState({ commandError: undefined });
  try {
    await api.call('models.saveManifest', { manifest });
    await loadManifests();
  } catch (error) {
    useManifests.setState({ commandError: toShownError(error) });
  }
}

api.on('project.changed', () => loader.reset());
