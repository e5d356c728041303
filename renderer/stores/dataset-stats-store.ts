// What the set that the filter leaves consists of.
import { create } from 'zustand';
import type { DatasetStatistics } from '../../shared/model/analysis.ts';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { createAskedLoader, type Answered } from './asked-loader.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

interface StatsQuestion {
  readonly filter: InstanceFilter;
}

export const useDatasetStats = create<{
  readonly stats: AsyncData<Answered<StatsQuestion, DatasetStatistics>>;
}>(() => ({ stats: idle }));

const loader = createAskedLoader<StatsQuestion, DatasetStatistics>(
  () => useDatasetStats.getState().stats,
  (stats) => useDatasetStats.setState({ stats }),
  async ({ filter }, signal) => (await api.call('analysis.dataset', { filter }, signal)).dataset,
);

export const askDatasetStats = loader.ask;

const refresh = createThrottle(() => loader.again(), 2000);
api.on('data.changed', () => refresh.call());
api.on('project.changed', () => {
  refresh.cancel();
  loader.reset();
});
