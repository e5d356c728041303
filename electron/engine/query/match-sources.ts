import type { InstanceMode } from '../../../shared/model/filter.ts';
import { createRecentCache } from '../recent-cache.ts';
import type { ModelColumns } from './columns.ts';
import { figureId, subtract } from './figures.ts';
import type { FilterSources } from './filter-sources.ts';
import { readMode, type ModeSet } from './modes.ts';

/** Sources with what was worked out from them for the last few filters. */
export interface MatchSources extends FilterSources {
  readonly modeSet: (
    models: readonly ModelColumns[],
    mode: InstanceMode,
    modeMetric: string | undefined,
  ) => ModeSet;
  /** First − second, in a metric that both have. */
  readonly delta: (metric: string, first: ModelColumns, second: ModelColumns) => Float64Array;
}

/** From one filter to the next most stays: searches, sets and differences are kept for a while. */
export function createMatchSources(sources: FilterSources): MatchSources {
  const searches = createRecentCache<readonly number[]>(8);
  const sets = createRecentCache<ModeSet>(24);
  const deltas = createRecentCache<Float64Array>(16);
  const kept: FilterSources = {
    ...sources,
    search: (text) => searches.get(text, () => sources.search(text)),
  };
  return {
    ...kept,
    modeSet: (models, mode, modeMetric) =>
      sets.get(JSON.stringify([mode, models.map(({ id }) => id), modeMetric]), () =>
        readMode(kept, models, mode, modeMetric),
      ),
    delta: (metric, first, second) =>
      deltas.get(figureId({ metric, model: first.name, modelB: second.name }), () => {
        const [a, b] = [first, second].map(({ scores }) => scores.get(metric));
        if (a === undefined || b === undefined) throw new Error('a difference of nothing');
        return subtract(a, b);
      }),
  };
}
