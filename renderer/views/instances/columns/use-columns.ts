import { useEffect, useMemo } from 'react';
import type { MetricDescriptor } from '../../../../shared/model/score.ts';
import type { ChosenModel } from '../../../stores/chosen-models.ts';
import { useMetrics, useModels } from '../../../stores/models-store.ts';
import { useRoute } from '../../../stores/route-store.ts';
import { BASE_COLUMNS, shownColumns } from '../../../stores/shown-columns.ts';
import {
  COLUMNS_PARAM,
  DELTA_PARAM,
  layoutToAddress,
  useTableLayout,
} from '../../../stores/table-layout-store.ts';

/** What the table's columns follow from. */
export interface ColumnState {
  readonly models: readonly ChosenModel[];
  /** Metrics that one of the models has figures of. */
  readonly offered: readonly MetricDescriptor[];
  /** Of these, the ones that have a column. */
  readonly metrics: readonly MetricDescriptor[];
  /** Ids of all columns that there are. */
  readonly ids: readonly string[];
  readonly shown: ReadonlySet<string>;
  /** Metric of the A − B column. */
  readonly deltaMetric: string;
}

/** Columns by models, the metrics that have figures, the address, and what this machine remembers. */
export function useColumns(): ColumnState {
  const models = useModels();
  const all = useMetrics();
  const kept = useTableLayout((layout) => layout.columns);
  const keptDelta = useTableLayout((layout) => layout.deltaMetric);
  const param = useRoute((route) => route.view[COLUMNS_PARAM]);
  const delta = useRoute((route) => route.view[DELTA_PARAM]);
  // a sort by difference names its metric
  const sorted = useRoute((route) => (route.sort.by === 'delta' ? route.sort.metric : undefined));
  const state = useMemo(() => {
    const offered = all.filter((metric) =>
      models.some((model) => model.metrics.includes(metric.id)),
    );
    const ids = [...BASE_COLUMNS, ...offered.map(({ id }) => id)];
    const shown = shownColumns(ids, param, kept);
    const metrics = offered.filter(({ id }) => shown.has(id));
    return { models, offered, metrics, ids, shown };
  }, [all, models, param, kept]);
  const areKnown = all.length > 0 && models.length > 0;
  useEffect(() => {
    if (areKnown) layoutToAddress(state.ids);
  }, [areKnown, state.ids]);
  return useMemo(
    () => ({ ...state, deltaMetric: sorted ?? delta ?? keptDelta }),
    [state, sorted, delta, keptDelta],
  );
}
