import { useMemo } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ModelSummary } from '../../shared/model/response.ts';
import type { MetricDescriptor } from '../../shared/model/score.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { chooseModels, type ChosenModel } from './chosen-models.ts';
import { currentRoute, useRoute } from './route-store.ts';

interface ModelsState {
  readonly models: AsyncData<readonly ModelSummary[]>;
  readonly metrics: AsyncData<readonly MetricDescriptor[]>;
}

export const useModelsStore = create<ModelsState>(() => ({ models: idle, metrics: idle }));

const modelsLoader = createLoader<readonly ModelSummary[]>(
  () => useModelsStore.getState().models,
  (models) => useModelsStore.setState({ models }),
);
const metricsLoader = createLoader<readonly MetricDescriptor[]>(
  () => useModelsStore.getState().metrics,
  (metrics) => useModelsStore.setState({ metrics }),
);

export function loadModels(): Promise<void> {
  return modelsLoader.run(async (signal) => (await api.call('models.list', {}, signal)).models);
}

export function loadMetrics(): Promise<void> {
  return metricsLoader.run(async (signal) => (await api.call('metrics.list', {}, signal)).metrics);
}

export function clearModels(): void {
  modelsLoader.reset();
}

const none: readonly never[] = [];

/** All models of the project. */
export function useAllModels(): readonly ModelSummary[] {
  return useModelsStore((state) => latest(state.models) ?? none);
}

/** The models chosen, in the order A, B, C, D, each with its tone. */
export function useModels(): readonly ChosenModel[] {
  const all = useAllModels();
  const asked = useRoute((route) => route.models);
  return useMemo(() => chooseModels(all, asked), [all, asked]);
}

/** Names of the models chosen; the same array while they are the same. */
export function useModelNames(): readonly string[] {
  const asked = useRoute((route) => route.models);
  return useModelsStore(
    useShallow((state) =>
      chooseModels(latest(state.models) ?? none, asked).map((model) => model.name),
    ),
  );
}

export function currentModelNames(): readonly string[] {
  const all = latest(useModelsStore.getState().models) ?? none;
  return chooseModels(all, currentRoute().models).map((model) => model.name);
}

/** What every metric says of itself. */
export function useMetrics(): readonly MetricDescriptor[] {
  return useModelsStore((state) => latest(state.metrics) ?? none);
}
