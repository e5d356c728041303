import { DISTRIBUTION_BINS, type Distribution } from '../../../shared/model/distribution.ts';
import type { ModelColumns } from './columns.ts';

/**
 * How every metric of the models is spread over some instances, and where one of them lies.
 *
 * @param indexes  of the instances looked at; all when undefined
 * @param own  index of the instance whose place is wanted; it need not be among `indexes`
 */
export function readDistributions(
  models: readonly ModelColumns[],
  indexes: Int32Array | undefined,
  own: number | undefined,
): Distribution[] {
  return models.flatMap((model) =>
    [...model.scores].map(([metric, all]): Distribution => {
      const values = indexes === undefined ? all : pick(all, indexes);
      const value = own === undefined ? Number.NaN : (all[own] ?? Number.NaN);
      return { model: model.name, metric, ...spread(values, value) };
    }),
  );
}

function pick(values: Float64Array, indexes: Int32Array): Float64Array {
  return Float64Array.from(indexes, (index) => values[index] ?? Number.NaN);
}

/**
 * Counts values in [0, 1]; NaN stands for none.
 *
 * @param own  the value whose place is wanted; NaN when there is none
 */
export function spread(
  values: Float64Array,
  own: number,
): Pick<Distribution, 'bins' | 'n' | 'nUnscored' | 'place'> {
  const bins = new Array<number>(DISTRIBUTION_BINS).fill(0);
  let n = 0;
  let below = 0;
  let equal = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n += 1;
    if (value < own) below += 1;
    else if (value === own) equal += 1;
    const bin = Math.min(DISTRIBUTION_BINS - 1, Math.max(0, Math.floor(value * DISTRIBUTION_BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const counts = { bins, n, nUnscored: values.length - n };
  // a figure outside of the instances looked at has no place among them
  if (Number.isNaN(own) || equal === 0) return counts;
  return { ...counts, place: { value: own, below, equal, percentile: (below + equal / 2) / n } };
}
