import { useMemo } from 'react';
import {
  changeCompare,
  parseCompare,
  type Brush,
  type CompareOptions,
} from '../../stores/compare-options.ts';
import { chooseModels, type ChosenModel } from '../../stores/chosen-models.ts';
import { useAllModels, useMetrics } from '../../stores/models-store.ts';
import { currentRoute, navigate, useRoute } from '../../stores/route-store.ts';
import type { ComparedBy } from './links.ts';

export function useCompareOptions(): CompareOptions {
  const view = useRoute((route) => route.view);
  return useMemo(() => parseCompare(view), [view]);
}

/** A choice stands in the address; it is no step to come back from. */
export function chooseCompare(change: Partial<CompareOptions>): void {
  navigate({ view: changeCompare(currentRoute().view, change) }, { replace: true });
}

/** Another brush, or none. */
export function chooseBrush(brush: Brush | undefined): void {
  chooseCompare({ brush });
}

/** The models chosen, A and B first; where only one was chosen, the project's next is B. */
export function useComparedModels(): readonly ChosenModel[] {
  const all = useAllModels();
  const asked = useRoute((route) => route.models);
  return useMemo(() => {
    const chosen = chooseModels(all, asked);
    if (chosen.length !== 1) return chosen;
    return chooseModels(
      all,
      [...chosen, ...all].map(({ name }) => name),
    ).slice(0, 2);
  }, [all, asked]);
}

/** What is compared, as links need it; the same object while nothing of it changes. */
export function useComparedBy(metric: string): ComparedBy {
  const filter = useRoute((route) => route.filter);
  const chosen = useComparedModels();
  return useMemo(() => {
    const models = chosen.map(({ name }) => name);
    const [a = '', b = ''] = models;
    return { a, b, metric, filter, models };
  }, [filter, chosen, metric]);
}

/** A metric as it is written in tables. */
export function useMetricLabel(): (id: string) => string {
  const metrics = useMetrics();
  return (id) => metrics.find((metric) => metric.id === id)?.label ?? id;
}
