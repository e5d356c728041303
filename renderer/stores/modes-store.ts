import { create } from 'zustand';
import type { InstanceFilter, InstanceMode } from '../../shared/model/filter.ts';
import type { ModeCount, ModeCounts } from '../../shared/model/mode-counts.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

interface ModesState {
  readonly modes: AsyncData<ModeCounts>;
  /** The last ones that came; they stay to be clicked while a filter cannot be read. */
  readonly last: ModeCounts | undefined;
}

export const useModesStore = create<ModesState>(() => ({ modes: idle, last: undefined }));

const loader = createLoader<ModeCounts>(
  () => useModesStore.getState().modes,
  (modes) =>
    useModesStore.setState(modes.status === 'ready' ? { modes, last: modes.data } : { modes }),
);

export function loadModes(filter: InstanceFilter, models: readonly string[]): Promise<void> {
  return loader.run((signal) =>
    api.call('instances.modes', { filter, models: [...models] }, signal),
  );
}

export function clearModes(): void {
  loader.reset();
  useModesStore.setState({ last: undefined });
}

/** How many instances a one-click set gives, and what it means; undefined until it is known. */
export function useModeCount(mode: InstanceMode): ModeCount | undefined {
  return useModesStore(({ last }) => last?.modes.find((each) => each.mode === mode));
}

/** What A and B are compared by; undefined where they have no metric in common. */
export function useModeMetric(): string | undefined {
  return useModesStore(({ last }) => last?.metric);
}
