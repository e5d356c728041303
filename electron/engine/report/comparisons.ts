import type { HandlerInput } from '../../../shared/api/contract.ts';
import type {
  FlipReport,
  ModelMatrix,
  PairComparison,
  PairPoints,
  SliceReport,
} from '../../../shared/model/comparison.ts';
import type { AnalysisContext } from './analysis-context.ts';
import { narrowFilter } from './slice-filter.ts';

/** Comparisons in the open project, by the methods of the contract. */
export interface Comparisons {
  readonly pair: (input: HandlerInput<'compare.pair'>) => Promise<PairComparison>;
  readonly points: (input: HandlerInput<'compare.points'>) => Promise<PairPoints>;
  readonly slices: (input: HandlerInput<'compare.slices'>) => Promise<SliceReport>;
  readonly flips: (input: HandlerInput<'compare.flips'>) => Promise<FlipReport>;
  readonly matrix: (input: HandlerInput<'compare.matrix'>) => Promise<ModelMatrix>;
}

/** Comparisons; places that the threads answer with become keys. */
export function createComparisons(context: AnalysisContext): Comparisons {
  const { run, indexesOf, keyOf, check } = context;
  return {
    pair({ a, b, filter, metrics, threshold }) {
      check(...metrics);
      return run('pair', { indexes: indexesOf(filter, [a, b]), a, b, metrics, threshold });
    },
    async points({ a, b, filter, metric, gaps: most }) {
      check(metric);
      const task = { indexes: indexesOf(filter, [a, b]), a, b, metric, gaps: most };
      const { indexes, gaps, ...points } = await run('points', task);
      const named = (found: typeof gaps.aBetter) =>
        found.map(({ index, ...gap }) => ({ key: keyOf(index), ...gap }));
      return {
        ...points,
        keys: Array.from(indexes, keyOf),
        gaps: { aBetter: named(gaps.aBetter), bBetter: named(gaps.bBetter) },
      };
    },
    async slices({ a, b, filter, metric, dimensions, ...limits }) {
      check(metric);
      const lengths = dimensions.includes('length') ? context.taskLengths() : new Float64Array(0);
      const indexes = indexesOf(filter, b === undefined ? [a] : [a, b]);
      const found = await run('slices', { indexes, a, b, metric, dimensions, lengths, ...limits });
      return {
        ...found,
        slices: found.slices.map(({ features, ...slice }) => ({
          ...slice,
          terms: features.map(({ dimension, value }) => ({ dimension, value })),
          filter: narrowFilter(filter, features),
        })),
      };
    },
    async flips({ a, b, filter, judge, quality, limit }) {
      check(judge, quality);
      const task = { indexes: indexesOf(filter, [a, b]), a, b, judge, quality, limit };
      const { flips, ...report } = await run('flips', task);
      const named = flips.map(({ index, ...flip }) => ({ key: keyOf(index), ...flip }));
      return { ...report, flips: named };
    },
    matrix({ filter, models, metrics }) {
      check(...metrics);
      return run('matrix', { indexes: indexesOf(filter, models), models, metrics });
    },
  };
}
