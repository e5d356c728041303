// How the instances table is laid out on this machine: kept beside the address, because it says how one
// looks, not at what.
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { toggled } from './toggled.ts';

/** Metrics shown at first; the others are a click away. */
const METRICS_AT_FIRST = ['StS', 'LeS', 'SC'];

interface TableLayout {
  /** Widths by column id, in pixels; a column that is not here has its own width. */
  readonly widths: Readonly<Record<string, number>>;
  /** Metric ids that are shown or hidden against {@link METRICS_AT_FIRST}. */
  readonly metrics: Readonly<Record<string, boolean>>;
  readonly deltaMetric: string;
  readonly areFacetsShown: boolean;
  readonly closedFacets: readonly string[];
}

export const useTableLayout = create<TableLayout>()(
  persist(
    (): TableLayout => ({
      widths: {},
      metrics: {},
      deltaMetric: 'StS',
      areFacetsShown: true,
      closedFacets: ['difficulty', 'combination', 'capability'],
    }),
    { name: 'loupe.table', version: 1, storage: createJSONStorage(() => localStorage) },
  ),
);

export function isMetricShown(layout: Pick<TableLayout, 'metrics'>, metric: string): boolean {
  return layout.metrics[metric] ?? METRICS_AT_FIRST.includes(metric);
}

export function toggleMetric(metric: string): void {
  useTableLayout.setState((layout) => ({
    metrics: { ...layout.metrics, [metric]: !isMetricShown(layout, metric) },
  }));
}

export function toggleFacets(): void {
  useTableLayout.setState((layout) => ({ areFacetsShown: !layout.areFacetsShown }));
}

export function toggleFacetOpen(facet: string): void {
  useTableLayout.setState(({ closedFacets }) => ({
    closedFacets: toggled(closedFacets, facet),
  }));
}

export function setWidths(widths: Readonly<Record<string, number>>): void {
  useTableLayout.setState({ widths });
}

export function setDeltaMetric(metric: string): void {
  useTableLayout.setState({ deltaMetric: metric });
}
