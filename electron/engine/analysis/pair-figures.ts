import type { AnalysisModel } from './data.ts';

/** One metric of two models where both have it, in the order of the instances. */
export interface PairFigures {
  readonly metric: string;
  readonly indexes: Uint32Array;
  readonly as: Float64Array;
  readonly bs: Float64Array;
  /** First minus second, to twelve decimals: what rounding adds must not part equal differences. */
  readonly differences: Float64Array;
  readonly nOnlyA: number;
  readonly nOnlyB: number;
  readonly nNeither: number;
}

/** Gathers what two models have in common of a metric. */
export function pairFigures(
  a: AnalysisModel,
  b: AnalysisModel,
  metric: string,
  indexes: Uint32Array,
): PairFigures {
  const [own, other] = [a.scores.get(metric), b.scores.get(metric)];
  const both = new Uint32Array(indexes.length);
  let [n, nOnlyA, nOnlyB] = [0, 0, 0];
  for (const index of indexes) {
    const hasA = !Number.isNaN(own?.[index] ?? Number.NaN);
    const hasB = !Number.isNaN(other?.[index] ?? Number.NaN);
    if (hasA && hasB) {
      both[n] = index;
      n += 1;
    } else if (hasA) nOnlyA += 1;
    else if (hasB) nOnlyB += 1;
  }
  const found = both.slice(0, n);
  const as = Float64Array.from(found, (index) => own?.[index] ?? 0);
  const bs = Float64Array.from(found, (index) => other?.[index] ?? 0);
  return {
    metric,
    indexes: found,
    as,
    bs,
    differences: as.map((value, at) => roundDifference(value - (bs[at] ?? 0))),
    nOnlyA,
    nOnlyB,
    nNeither: indexes.length - n - nOnlyA - nOnlyB,
  };
}

/** 0.8 − 0.6 and 0.4 − 0.2 are the same difference. */
export const roundDifference = (value: number): number => Math.round(value * 1e12) / 1e12;
