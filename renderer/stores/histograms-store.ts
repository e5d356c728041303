// How the figures of the chosen models are spread: over the current set, each from all filters but its
// own range, and over the whole project, which lies behind it.
import { create } from 'zustand';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import type { Histogram } from '../../shared/model/histogram.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { isSameFigure, type Figure } from './filter-edit.ts';

interface HistogramsState {
  readonly current: AsyncData<readonly Histogram[]>;
  /** The last ones that came; they stay to be brushed while a filter cannot be read. */
  readonly last: readonly Histogram[] | undefined;
  readonly whole: AsyncData<readonly Histogram[]>;
}

export const useHistogramsStore = create<HistogramsState>(() => ({
  current: idle,
  last: undefined,
  whole: idle,
}));

const currentLoader = createLoader<readonly Histogram[]>(
  () => useHistogramsStore.getState().current,
  (current) =>
    useHistogramsStore.setState(
      current.status === 'ready' ? { current, last: current.data } : { current },
    ),
);
const wholeLoader = createLoader<readonly Histogram[]>(
  () => useHistogramsStore.getState().whole,
  (whole) => useHistogramsStore.setState({ whole }),
);

export function loadHistograms(filter: InstanceFilter, models: readonly string[]): Promise<void> {
  return currentLoader.run((signal) => ask(filter, models, signal));
}

export function loadWholeHistograms(models: readonly string[]): Promise<void> {
  return wholeLoader.run((signal) => ask({}, models, signal));
}

async function ask(filter: InstanceFilter, models: readonly string[], signal: AbortSignal) {
  const reply = await api.call('instances.histograms', { filter, models: [...models] }, signal);
  return reply.histograms;
}

export function clearHistograms(): void {
  currentLoader.reset();
  wholeLoader.reset();
  useHistogramsStore.setState({ last: undefined });
}

const none: readonly never[] = [];

/** Histograms of the current set, in the order of models and metrics. */
export function useHistograms(): readonly Histogram[] {
  return useHistogramsStore(({ last }) => last ?? none);
}

/** The same figure over the whole project; undefined until it is known. */
export function useWholeHistogram(figure: Figure): Histogram | undefined {
  return useHistogramsStore(({ whole }) =>
    latest(whole)?.find((each) => isSameFigure(each, figure)),
  );
}
