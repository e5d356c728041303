import { FACET_IDS, type InstanceFilter } from '../../../shared/model/filter.ts';
import type { ModelColumns } from './columns.ts';
import { evaluateExpression } from './expression.ts';
import { facetTest, setOfIds, stateTest } from './facet-tests.ts';
import type { MatchSources } from './match-sources.ts';
import { MODE_BIT, RANGE_BIT, REJECTED, type Matches } from './matches.ts';
import { readFigures } from './model-names.ts';
import { requireMode } from './modes.ts';
import { matchRanges, PASSES } from './ranges.ts';

/**
 * Applies a filter to every instance.
 *
 * @param models  the models chosen, which state, mode and figures without a model are about
 * @throws AppError 'bad-query' for what cannot be told; it says why
 */
export function matchInstances(
  sources: MatchSources,
  filter: InstanceFilter,
  models: readonly ModelColumns[],
): Matches {
  const { columns } = sources;
  const { count } = columns;
  const failing = new Uint32Array(count);
  const reject = (bit: number, passes: (index: number) => boolean) => {
    for (let index = 0; index < count; index++) if (!passes(index)) failing[index]! |= bit;
  };
  const search = filter.search?.trim() ?? '';
  if (search !== '') {
    const found = setOfIds(columns, sources.search(search));
    reject(REJECTED, (index) => found[index] === 1);
  }
  if (filter.keys !== undefined) {
    const keys = new Set(filter.keys);
    reject(REJECTED, (index) => keys.has(columns.keys[index]!));
  }
  if (filter.state !== undefined) reject(REJECTED, stateTest(columns, filter.state, models));
  if (filter.expression !== undefined && filter.expression.trim() !== '') {
    const holds = evaluateExpression(sources, models, filter.expression);
    reject(REJECTED, (index) => holds[index] === 1);
  }
  FACET_IDS.forEach((facet, bit) => {
    const wanted = filter.facets?.[facet];
    if (wanted === undefined || wanted.length === 0) return;
    reject(1 << bit, facetTest(sources, models, facet, wanted));
  });
  if (filter.mode !== undefined) {
    const has = requireMode(filter.mode, sources.modeSet(models, filter.mode, filter.modeMetric));
    reject(MODE_BIT, (index) => has[index] === 1);
  }
  const ranges = matchRanges(count, filter.ranges ?? [], (range) =>
    readFigures(sources, models, range),
  );
  if (ranges.ids.length > 0) reject(RANGE_BIT, (index) => ranges.rejectedBy[index] === PASSES);
  return { failing, ranges };
}
