import type { MetricDescriptor } from '../../../shared/model/score.ts';

/** A metric: what it says of itself, and a pure function from values to an outcome. */
export interface Metric<I, O> extends MetricDescriptor {
  readonly score: (input: I) => O;
}

/** Declares a metric; a file in this folder and one line in `index.ts` is all that one needs. */
export function defineMetric<I, O>(metric: Metric<I, O>): Metric<I, O> {
  return metric;
}
