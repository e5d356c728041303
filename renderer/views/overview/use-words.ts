import { useMemo } from 'react';
import type { HeatBy } from '../../../shared/model/analysis.ts';
import { useMetrics, useModels } from '../../stores/models-store.ts';
import { usePublished } from '../../stores/published-store.ts';
import { hrefOf, useRoute } from '../../stores/route-store.ts';
import { facetValueLabel } from '../../components/facet-labels/facet-labels.ts';
import { routeBehind, routeOfSize } from './behind.ts';
import type { Words } from './chart-specs.ts';

/** How things are called here and where they lead; the same object while nothing of it changes. */
export function useWords(): Words {
  const filter = useRoute((route) => route.filter);
  const chosen = useModels();
  const metrics = useMetrics();
  const published = usePublished();
  return useMemo(() => {
    const models = chosen.map(({ name }) => name);
    const capabilities = new Map(
      published?.dataset.capabilities.map(({ id, label }) => [id, `${id} ${label}`]),
    );
    return {
      group: (by: HeatBy, value: string) =>
        (by === 'capability' ? capabilities.get(value) : undefined) ?? facetValueLabel(by, value),
      metric: (id) => metrics.find((metric) => metric.id === id)?.label ?? id,
      href: (behind) => hrefOf(routeBehind({ ...behind, filter, models })),
      hrefSize: (behind) => hrefOf(routeOfSize(filter, behind)),
      tone: (model) => chosen.find(({ name }) => name === model)?.tone ?? 'neutral',
    };
  }, [filter, chosen, metrics, published]);
}
