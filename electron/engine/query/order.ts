import { UNKNOWN_VALUE, type InstanceSort } from '../../../shared/model/filter.ts';
import type { CodedColumn, Columns } from './columns.ts';
import type { MarkColumns } from './mark-columns.ts';
import { compareText } from './natural-order.ts';

/**
 * Every instance in the order of a sort, as indexes. Those without a figure come last whichever way
 * it is sorted; equal ones stand in the order of their keys.
 */
export function orderInstances(
  columns: Columns,
  sort: InstanceSort,
  marks: () => MarkColumns,
): Int32Array {
  const order = Int32Array.from({ length: columns.count }, (_, index) => index);
  if (sort.by === 'key') return sort.descending ? order.reverse() : order;
  const values = sortValues(columns, sort, marks);
  const sign = sort.descending ? -1 : 1;
  // NaN sorts last; comparing indexes makes the order stable and the same on every run
  const scored = order.filter((index) => !Number.isNaN(values[index]));
  scored.sort((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)) || a - b);
  const unscored = order.filter((index) => Number.isNaN(values[index]));
  order.set(scored);
  order.set(unscored, scored.length);
  return order;
}

function sortValues(
  columns: Columns,
  sort: Exclude<InstanceSort, { by: 'key' }>,
  marks: () => MarkColumns,
): Float64Array {
  switch (sort.by) {
    case 'difficulty':
      return mapCodes(columns.difficulty, (value) =>
        value === UNKNOWN_VALUE ? Number.NaN : Number(value),
      );
    case 'combination':
      return mapCodes(columns.combination, rankByName(columns.combination.values));
    case 'problems':
      return Float64Array.from(columns.problems);
    case 'marks': {
      const own = marks().get(sort.model);
      const answered = columns.models.find(({ name }) => name === sort.model)?.hasResponse;
      return Float64Array.from({ length: columns.count }, (_, index) =>
        answered?.[index] === 1 ? (own?.counts[index] ?? 0) : Number.NaN,
      );
    }
    case 'score':
      return scoresOf(columns, sort.model, sort.metric);
    case 'delta': {
      const first = scoresOf(columns, sort.modelA, sort.metric);
      const second = scoresOf(columns, sort.modelB, sort.metric);
      return first.map((value, index) => value - (second[index] ?? Number.NaN));
    }
  }
}

/** All NaN for a model or metric that the project does not have. */
function scoresOf(columns: Columns, modelName: string, metric: string): Float64Array {
  const model = columns.models.find(({ name }) => name === modelName);
  return model?.scores.get(metric) ?? new Float64Array(columns.count).fill(Number.NaN);
}

function mapCodes({ values, codes }: CodedColumn, of: (value: string) => number): Float64Array {
  const mapped = values.map(of);
  return Float64Array.from(codes, (code) => mapped[code] ?? Number.NaN);
}

function rankByName(values: readonly string[]): (value: string) => number {
  const ranks = new Map([...values].sort(compareText).map((value, rank) => [value, rank]));
  return (value) => ranks.get(value) ?? Number.NaN;
}
